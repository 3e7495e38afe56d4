import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isAlive } from './alive.mjs'
import { chooseAccount } from './postgres-account.mjs'
import { createCluster, findNative, rememberLauncher } from './postgres-cluster.mjs'
import { runningServer, startServer, stopServer } from './postgres-server.mjs'
import { Sentence } from './progress.mjs'

/**
 * Starts the PostgreSQL that comes with the npm packages, or joins it when it already runs on this data folder (another
 * command started it, or its starter was killed). The folder holds:
 *   cluster/ PostgreSQL's own files · launcher.json port and superuser's password · holders/ one file for each user of
 *   the server, so that the last to leave stops it · server.log
 *
 * @type {typeof import('./postgres.d.mts').startPostgres}
 */
export async function startPostgres({ dataDir: folder, port, database, flags = {}, unsafeFast = false }) {
  const dataDir = resolve(folder)
  const holder = openFolder(dataDir)
  const leave = () => rmSync(holder, { force: true })

  const { pid, launcher, joined, server } = await alone(dataDir, async () => {
    const server = {
      dataDir,
      log: join(dataDir, 'server.log'),
      unsafeFast,
      ...chooseAccount(dataDir, findNative()),
    }
    const launcher = existingLauncher(server) ?? createCluster(server, database)
    const found = await runningServer(server)
    launcher.port = found?.port ?? port ?? launcher.port
    const pid = found?.pid ?? (await startServer(server, launcher, { fixedPort: port, flags }))
    rememberLauncher(dataDir, launcher)
    return { pid, launcher, joined: found !== undefined, server }
  }).catch((error) => {
    leave()
    throw error
  })

  return {
    port: launcher.port,
    pid,
    joined,
    superuserUrl: (name) => `postgres://postgres:${launcher.password}@127.0.0.1:${launcher.port}/${name}`,
    stop: () =>
      alone(dataDir, async () => {
        leave()
        if (holders(dataDir).length > 0) return false
        await stopServer(server)
        return true
      }),
  }
}

/**
 * Stops and removes the servers of a folder whose users have all gone, such as those of a test run that was killed.
 *
 * @type {typeof import('./postgres.d.mts').removeAbandoned}
 */
export async function removeAbandoned(parent, prefix) {
  const names = existsSync(parent) ? readdirSync(parent).filter((name) => name.startsWith(prefix)) : []
  for (const dataDir of names.map((name) => join(resolve(parent), name))) {
    if (!existsSync(join(dataDir, 'holders')) || holders(dataDir).length > 0) continue
    const account = chooseAccount(dataDir, findNative())
    await stopServer(account)
    rmSync(account.cluster, { recursive: true, force: true })
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Signs this process in as a user of the folder; returns the file that says so. */
function openFolder(dataDir) {
  const holder = join(dataDir, 'holders', `${process.pid}-${randomBytes(4).toString('hex')}`)
  try {
    mkdirSync(dirname(holder), { recursive: true })
    writeFileSync(holder, '')
    // Passable but not readable: PostgreSQL may have to run as somebody else. What is secret inside is closed by itself.
    chmodSync(dataDir, 0o711)
    return holder
  } catch (error) {
    if (error.code !== 'EACCES' && error.code !== 'EPERM') throw error
    throw new Sentence(
      `${dataDir} belongs to another user. Run this command as that user, or remove the folder to start afresh.`,
    )
  }
}

function existingLauncher({ dataDir, cluster }) {
  if (!existsSync(cluster)) return undefined
  const file = join(dataDir, 'launcher.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
  // Without the password the data cannot be opened, but it is not ours to throw away.
  renameSync(cluster, `${cluster}.without-password-${Date.now()}`)
}

function holders(dataDir) {
  const folder = join(dataDir, 'holders')
  const names = readdirSync(folder)
  for (const name of names)
    if (!isAlive(Number.parseInt(name, 10))) rmSync(join(folder, name), { force: true })
  return names.filter((name) => existsSync(join(folder, name)))
}

/** One process at a time starts or stops the server of a folder. */
async function alone(dataDir, work) {
  const lock = join(dataDir, 'lock')
  for (let waited = 0; !take(lock); waited += 30) {
    if (waited > 120_000)
      throw new Sentence(`Another command has held ${lock} for two minutes. Remove it and try again.`)
    await wait(30)
  }
  try {
    return await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  const owner = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0
  if (owner && !isAlive(owner)) rmSync(lock, { force: true })
  return false
}
