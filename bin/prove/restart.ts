import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { newId } from '@/lib/id'
import { Partnership } from '../../tests/build/partnership'
import { startPostgres } from '../postgres.mjs'
import { openScratch } from '../scratch'
import type { Proof } from './proof'

const writers = 8
/** Milliseconds: the promises of the proof. */
const promises = { answered: 10_000, backAfter: 5_000 }

type Answer = { took: number; ok: boolean; at: number }
type Server = Awaited<ReturnType<typeof startPostgres>>

const postgresChildren = (postmaster: number): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return (
          Number(
            readFileSync(`/proc/${pid}/stat`, 'utf8')
              .replace(/^.*\) /, '')
              .split(' ')[1],
          ) === postmaster
        )
      } catch {
        return false
      }
    })

/** A backend may have ended by itself between being seen and being told. */
const tell = (pid: number, signal: 'SIGSTOP' | 'SIGCONT') => {
  try {
    process.kill(pid, signal)
  } catch {}
}

const goneOf = async (pid: number) => {
  for (;;) {
    try {
      process.kill(pid, 0)
      await wait(20)
    } catch {
      return
    }
  }
}

/** Accepts and closes at once, as a server does that is shutting down while clients knock. */
const closingDoor = async (port: number, milliseconds: number) => {
  const visitors = new Set<Socket>()
  const door = createServer((socket) => {
    visitors.add(socket)
    socket.on('error', () => {})
    socket.end()
  })
  await new Promise<void>((ready) => door.listen(port, '127.0.0.1', ready))
  await wait(milliseconds)
  const closed = new Promise((done) => door.close(done))
  for (const socket of visitors) socket.destroy()
  await closed
}

/** The ways a database goes away. Each ends when it can be reached again. */
const disturbances: Record<
  string,
  (server: Server, again: () => Promise<Server>, superuser: () => Promise<Client>) => Promise<Server>
> = {
  'stopped fast': async (server, again) => {
    process.kill(server.pid, 'SIGINT')
    await goneOf(server.pid)
    return again()
  },
  'stopped at once': async (server, again) => {
    process.kill(server.pid, 'SIGQUIT')
    await goneOf(server.pid)
    return again()
  },
  'backends ended': async (server, _, superuser) => {
    const client = await superuser()
    await client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'footpath_app'",
    )
    await client.end()
    return server
  },
  frozen: async (server) => {
    const all = [server.pid, ...postgresChildren(server.pid)]
    for (const pid of all) tell(pid, 'SIGSTOP')
    await wait(6_000)
    for (const pid of [...all, ...postgresChildren(server.pid)]) tell(pid, 'SIGCONT')
    return server
  },
  'closing during start-up': async (server, again) => {
    process.kill(server.pid, 'SIGINT')
    await goneOf(server.pid)
    await closingDoor(server.port, 2_500)
    return again()
  },
}

/** The database goes away in five ways under eight writers: nothing acknowledged is lost and no one waits for ever. */
export const prove: Proof = async ({ short }) => {
  const rounds = short ? 1 : 10
  const scratch = await openScratch({ durable: true })
  let server: Server = scratch.server
  const dataDir = join(import.meta.dirname, `../../.data/scratch-${process.pid}`)
  const started: Server[] = []
  const again = async () => {
    const next = await startPostgres({ dataDir, port: server.port })
    started.push(next)
    return next
  }
  const superuser = async () => {
    const client = new Client({ connectionString: scratch.urls.DATABASE_ADMIN_URL })
    await client.connect()
    return client
  }
  const p = await Partnership.make()
  const team = await p.team()
  const amira = await p.worker('clinician', team)
  const episode = await p.episode(team, { worker: amira })

  const app: ChildProcess = spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'restart-server.ts')],
    {
      env: { ...process.env, PROOF_TOKEN: amira.token },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let lived = true
  app.on('exit', () => {
    lived = false
  })
  const port = await new Promise<string>((heard) =>
    app.stdout?.once('data', (data) => heard(String(data).trim())),
  )

  const acknowledged: string[] = []
  const answers: Answer[] = []
  let unanswered = 0
  let writing = true
  const write = async () => {
    while (writing && lived) {
      const key = newId()
      const note = { personId: episode.personId, happenedOn: '2026-03-09', words: key }
      // The same key until it is acknowledged: an answer lost on the way never makes a second note.
      for (let done = false; !done && writing; ) {
        const began = Date.now()
        try {
          const response = await fetch(`http://127.0.0.1:${port}/`, {
            method: 'POST',
            body: JSON.stringify({ key, note }),
            signal: AbortSignal.timeout(promises.answered),
          })
          await response.text()
          done = response.ok
          if (done) acknowledged.push(key)
          answers.push({ took: Date.now() - began, ok: response.ok, at: Date.now() })
        } catch {
          unanswered += 1
        }
        if (!done) await wait(50)
      }
    }
  }
  const running = Array.from({ length: writers }, write)

  let passed = 0
  let failed = 0
  for (const [name, disturb] of Object.entries(disturbances)) {
    const back: number[] = []
    const before = { answers: answers.length, unanswered, acknowledged: acknowledged.length }
    for (let round = 0; round < rounds; round++) {
      await wait(400)
      server = await disturb(server, again, superuser)
      const returned = Date.now()
      while (
        lived &&
        Date.now() - returned < 2 * promises.backAfter &&
        !answers.some((a) => a.ok && a.at - a.took >= returned - 1 && a.at > returned)
      )
        await wait(5)
      const first = answers.find((a) => a.ok && a.at > returned)
      back.push(first ? first.at - returned : Number.POSITIVE_INFINITY)
    }
    const longest = answers.slice(before.answers).reduce((most, a) => Math.max(most, a.took), 0)
    const good =
      lived &&
      unanswered === before.unanswered &&
      longest <= promises.answered &&
      Math.max(...back) <= promises.backAfter
    if (good) passed += rounds
    else failed += rounds
    const sorted = back.toSorted((a, b) => a - b)
    console.log(
      `  ${name}: ${rounds} rounds, ${lived ? 'the process lives' : 'THE PROCESS ENDED'}, ${unanswered - before.unanswered} unanswered, ` +
        `longest answer ${longest} ms, first success after its return ${sorted[Math.floor(rounds / 2)]} ms (at most ${sorted.at(-1)} ms), ` +
        `${acknowledged.length - before.acknowledged} writes acknowledged`,
    )
  }
  await wait(300)
  writing = false
  await Promise.all(running)
  app.kill()
  const client = await superuser()
  const { rows } = await client.query('select words from notes')
  await client.end()
  const kept = new Map<string, number>()
  for (const { words } of rows) kept.set(words, (kept.get(words) ?? 0) + 1)
  const lost = acknowledged.filter((key) => !kept.has(key)).length
  const twice = [...kept.values()].filter((n) => n > 1).length
  console.log(`  ${acknowledged.length} writes acknowledged: ${lost} lost, ${twice} written twice`)
  if (lost + twice === 0 && acknowledged.length > 0) passed += 1
  else failed += 1
  for (const one of started) await one.stop()
  await scratch.close()
  return { passed, failed }
}
