import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashOf, root } from './environment.mjs'
import { run } from './progress.mjs'

export const next = [process.execPath, join(root, 'node_modules', 'next', 'dist', 'bin', 'next')]

const stylesheet = 'public/footpath.css'
const sources = [
  'app',
  'lib',
  'db',
  'public',
  'bin/styles.mjs',
  'instrumentation.ts',
  'next.config.mjs',
  'package-lock.json',
  'instrumentation.ts',
  'proxy.ts',
  'tsconfig.json',
]

/** Stylesheet and production build, only when something they are made of has changed. */
export async function build({ env = process.env, onText } = {}) {
  const stamp = join(root, '.next', 'footpath-sources')
  const state = () => hashOf(sources, process.version, env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? '')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state()) return 'unchanged'
  await styles({ env, onText })
  const before = state()
  const [command, ...args] = next
  await run(command, [...args, 'build'], {
    env: { ...env, NEXT_TELEMETRY_DISABLED: '1' },
    cwd: root,
    onText,
    minutes: 15,
  })
  writeFileSync(stamp, before)
}

/** The Sass becomes one static stylesheet; the bundler would break on it. */
export async function styles({ env = process.env, onText } = {}) {
  if (!existsSync(join(root, 'bin', 'styles.mjs'))) return `no ${stylesheet} yet`
  await run(process.execPath, ['bin/styles.mjs'], { env, cwd: root, onText })
}
