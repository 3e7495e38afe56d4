import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const root = join(import.meta.dirname, '../..')

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

/**
 * The service as it was built, in a process of its own: for journeys that need another configuration, or that end the server
 * under somebody's hands.
 */
export async function startService(port: number, env: Record<string, string>) {
  const args = [join(root, 'node_modules/next/dist/bin/next'), 'start', '-H', '127.0.0.1', '-p', String(port)]
  const service: ChildProcess = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  /** @param signal 'SIGKILL' as a power cut would */
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    if (service.exitCode !== null || service.signalCode !== null) return
    const ended = new Promise((resolve) => service.once('exit', resolve))
    service.kill(signal)
    await ended
  }
  for (const until = Date.now() + 60_000; Date.now() < until; await wait(100)) {
    const ready = await fetch(`http://127.0.0.1:${port}/api/health/ready`).catch(() => undefined)
    if (ready?.ok) return { stop }
  }
  await stop('SIGKILL')
  throw new Error('The service did not become ready. Was it built?')
}
