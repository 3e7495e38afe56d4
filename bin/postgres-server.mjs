import { spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readlinkSync, unlinkSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { answersToSignals, isAlive } from './alive.mjs'
import { environment } from './postgres-cluster.mjs'
import { Sentence } from './progress.mjs'

/** The server of this data folder if it runs and is ready, waiting while it starts or recovers. */
export async function runningServer({ cluster }) {
  for (let waited = 0; waited < 60_000; waited += 50) {
    const { pid, port, state } = readPidFile(cluster)
    if (!pid) return undefined
    if (!isServer(pid, cluster)) {
      await clearStaleNote(pid, cluster)
      return undefined
    }
    if (state === 'ready' && (await answers(port))) return { pid, port }
    await wait(50)
  }
  throw new Sentence(
    `PostgreSQL (process ${readPidFile(cluster).pid}) holds ${cluster} but does not answer. End it and try again.`,
  )
}

/**
 * The note of a server that was killed. PostgreSQL clears it itself, unless its number still answers: it now belongs to
 * another program, or nobody has collected the dead process yet.
 */
async function clearStaleNote(pid, cluster) {
  if (!answersToSignals(pid)) return
  // The killed server's own children must be gone before a new one may touch the files.
  for (let waited = 0; waited < 10_000 && worksIn(cluster); waited += 50) await wait(50)
  if (worksIn(cluster))
    throw new Sentence(`Processes of a killed PostgreSQL still use ${cluster}. End them and try again.`)
  unlinkSync(join(cluster, 'postmaster.pid'))
}

/** Whether any process has made the folder its own, as each process of PostgreSQL does; only Linux can tell. */
function worksIn(cluster) {
  const processes =
    process.platform === 'linux' ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : []
  return processes.some((pid) => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === cluster
    } catch {
      return false
    }
  })
}

export async function startServer(server, launcher, { fixedPort, flags }) {
  for (let attempt = 1; ; attempt++) {
    if (!launcher.port || (!fixedPort && !(await isFree(launcher.port)))) launcher.port = await freePort()
    const child = spawnServer(server, launcher.port, flags)
    for (let waited = 0; child.exitCode === null && child.signalCode === null; waited += 20) {
      // A server that was killed leaves its own note behind, and that also says "ready".
      const { pid, state } = readPidFile(server.cluster)
      if (pid === child.pid && state === 'ready') return pid
      if (waited > 120_000)
        throw new Sentence(`PostgreSQL did not become ready in two minutes. See ${server.log}.`)
      await wait(20)
    }
    const words = readFileSync(server.log, 'utf8').slice(-2000)
    const portTaken = /could not bind|already in use/i.test(words)
    if (portTaken && fixedPort) throw new Sentence(`Port ${fixedPort}, asked for PostgreSQL, is taken.`)
    if (!portTaken || attempt === 5) throw new Sentence(`PostgreSQL did not start. It said:\n${words}`)
    launcher.port = 0
  }
}

/** SIGINT is PostgreSQL's fast shutdown: open transactions are rolled back, everything committed is kept. */
export async function stopServer({ cluster }) {
  const { pid } = readPidFile(cluster)
  if (!pid || !isServer(pid, cluster)) return
  process.kill(pid, 'SIGINT')
  for (let waited = 0; isAlive(pid); waited += 20) {
    // A shutdown at once loses nothing either: the next start recovers from the log.
    if (waited === 20_000) process.kill(pid, 'SIGQUIT')
    if (waited === 40_000) process.kill(pid, 'SIGKILL')
    if (waited > 60_000) throw new Sentence(`PostgreSQL (process ${pid}) could not be stopped.`)
    await wait(20)
  }
}

function spawnServer(server, port, flags) {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port,
    max_connections: 100,
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(server.unsafeFast && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
    ...flags,
  }
  const args = [
    '-D',
    server.cluster,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  const [command, ...rest] = [...server.prefix, join(server.native, 'bin', 'postgres'), ...args]
  const log = openSync(server.log, 'w', 0o600)
  // A group of its own: Ctrl-C in the terminal reaches us first, and we stop the database last.
  const options = { ...environment(server), detached: true, stdio: ['ignore', log, log] }
  const child = spawn(command, rest, options)
  child.on('error', () => {})
  child.unref()
  closeSync(log)
  return child
}

function readPidFile(cluster) {
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return {}
  const lines = readFileSync(file, 'utf8').split('\n')
  return { pid: Number(lines[0]), port: Number(lines[3]), state: lines[7]?.trim() }
}

function isServer(pid, cluster) {
  if (!isAlive(pid)) return false
  const file = `/proc/${pid}/cmdline`
  const words = existsSync(file)
    ? readFileSync(file, 'utf8').replaceAll('\0', ' ')
    : spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout
  return words.includes('postgres') && words.includes(`-D ${cluster} `)
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 2000 })
    const end = (yes) => {
      socket.destroy()
      resolve(yes)
    }
    socket
      .on('connect', () => end(true))
      .on('error', () => end(false))
      .on('timeout', () => end(false))
  })
}

function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.on('error', () => resolve(false))
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)))
  })
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}
