import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { encode } from 'next-auth/jwt'
import { build } from '../bin/build.mjs'

const root = join(import.meta.dirname, '..')

/** The built application on a port of its own, speaking to the database that the environment names. */
export async function serve(port: number) {
  const env = {
    ...process.env,
    AUTH_URL: `http://localhost:${port}`,
    AUTH_TRUST_HOST: 'true',
    NEXT_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'production' as const,
  }
  await build()
  const app = spawn(
    process.execPath,
    [join(root, 'node_modules/next/dist/bin/next'), 'start', '-H', '127.0.0.1', '-p', String(port)],
    { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] },
  )
  const base = `http://localhost:${port}`
  for (let tries = 0; ; tries++) {
    const ready = await fetch(`${base}/api/health/live`).then(
      (r) => r.ok,
      () => false,
    )
    if (ready) break
    if (tries > 150) throw new Error('The server did not start.')
    await wait(200)
  }
  return { base, pid: app.pid!, stop: () => app.kill() }
}

/** The cookie that a browser would carry for this session. */
export const cookieFor = async (token: string): Promise<string> =>
  `footpath=${await encode({ token: { token }, secret: process.env.AUTH_SECRET!, salt: 'footpath', maxAge: 43_200 })}`
