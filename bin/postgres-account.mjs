import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Decides as whom, and from where, PostgreSQL runs. It refuses to run as root, so for root the first of these that
 * can reach both its programs and its data is taken:
 *   - root without its powers, in a user namespace: nothing changes hands and folders closed to others are no obstacle
 *     (many containers forbid this);
 *   - whoever owns the data, or a folder around it;
 *   - the system's user postgres or nobody, and when even the folder is closed to them, on copies under /var/lib.
 *
 * @returns {{ prefix: string[], uid?: number, gid?: number, native: string, cluster: string }}
 */
export function chooseAccount(dataDir, native) {
  const here = { prefix: [], native, cluster: join(dataDir, 'cluster') }
  if (process.getuid?.() !== 0) return here

  const elsewhere = join(
    '/var/lib',
    `footpath-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`,
  )
  if (!existsSync(join(elsewhere, 'cluster'))) {
    const reaching = candidates(dataDir, here).find((account) => canReach(account, dataDir))
    if (reaching) return owning(reaching)
  }
  return owning(copied(elsewhere, here))
}

/** Gives a file or folder, with all inside it, to the account. */
export function give(path, { uid, gid }) {
  chownSync(path, uid ?? process.getuid?.() ?? 0, gid ?? process.getgid?.() ?? 0)
  if (statSync(path).isDirectory()) for (const name of readdirSync(path)) give(join(path, name), { uid, gid })
}

const namespace = ['unshare', '--user', '--map-user=65534', '--map-group=65534']

function candidates(dataDir, here) {
  const owners = [here.cluster, ...upwards(dataDir)].filter(existsSync).map((path) => statSync(path))
  const foreign = owners.filter(({ uid }) => uid !== 0).map(({ uid, gid }) => ({ ...here, uid, gid }))
  const root = { ...here, prefix: namespace }
  const dataIsForeign = existsSync(here.cluster) && statSync(here.cluster).uid !== 0
  return [...(dataIsForeign ? foreign : [root, ...foreign]), ...systemUsers(here)]
}

function upwards(path) {
  return dirname(path) === path ? [path] : [path, ...upwards(dirname(path))]
}

function systemUsers(here) {
  const number = (flag, name) =>
    Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout || Number.NaN)
  return ['postgres', 'nobody']
    .map((name) => ({ ...here, uid: number('-u', name), gid: number('-g', name) }))
    .filter(({ uid, gid }) => uid > 0 && gid >= 0)
}

function canReach({ prefix, uid, gid, native }, dataDir) {
  const test = ['sh', '-c', 'test -x "$0/bin/postgres" && test -r "$0/lib" && cd "$1"', native, dataDir]
  const [command, ...args] = [...prefix, ...test]
  return spawnSync(command, args, { uid, gid, cwd: '/', stdio: 'ignore' }).status === 0
}

function owning(account) {
  const owner = account.uid ?? 0
  if (existsSync(account.cluster) && statSync(account.cluster).uid !== owner) give(account.cluster, account)
  return account
}

function copied(elsewhere, here) {
  const account = {
    ...systemUsers(here)[0],
    native: join(elsewhere, 'native'),
    cluster: join(elsewhere, 'cluster'),
  }
  if (account.uid === undefined)
    throw new Error('PostgreSQL cannot run as root, and there is no user to run it as.')
  mkdirSync(elsewhere, { recursive: true })
  chmodSync(elsewhere, 0o711)
  rmSync(account.native, { recursive: true, force: true })
  cpSync(here.native, account.native, { recursive: true, verbatimSymlinks: true })
  if (existsSync(here.cluster) && !existsSync(account.cluster)) {
    cpSync(here.cluster, account.cluster, { recursive: true, verbatimSymlinks: true })
    rmSync(here.cluster, { recursive: true })
  }
  return account
}
