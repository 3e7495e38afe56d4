import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fieldOf } from '@/lib/goals/sheet'
import { newId } from '@/lib/id'
import { openScratch } from '../bin/scratch'
import { type Asked, actionId, formBody, formHeaders, postFor } from './actions'
import type { Bench } from './bench'
import { cpuOf, median } from './measure'
import { layOut } from './scene'
import { serve } from './served'

/** At least this part of the requests a second of the empty action and of the bare server, by how many clients. */
const goals = { 1: { empty: 0.4, bare: 1 / 4 }, 16: { empty: 0.55, bare: 1 / 8 } } as const

const rounds = 5
const millisecondsEach = 2_500

/**
 * Recording a rating through the server action, with session, permission, idempotency and audit, against an empty action of
 * the same server and against a bare server that does one prepared statement; one client, then sixteen.
 */
export const run: Bench = async () => {
  const scratch = await openScratch({ durable: true })
  const { cookies, records } = await layOut(scratch.urls.DATABASE_ADMIN_URL, { workers: 16, people: 400 })
  const server = await serve(3292)
  const bare = spawn(process.execPath, [join(import.meta.dirname, 'bare-server.mjs')], {
    env: { ...process.env, PORT: '3293' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(bare.stdout, 'data')
  const [rating, nothing] = [actionId('recordRatings'), actionId('nothing')]
  let turn = 0
  const next: Record<'rating' | 'empty' | 'bare', (client: number) => Asked> = {
    rating: (client) => {
      const record = records[turn++ % records.length]!
      return {
        url: `${server.base}/care/people/${record.personId}/rating`,
        headers: formHeaders(server.base, rating, cookies[client]),
        body: formBody({
          idempotencyKey: newId(),
          personId: record.personId,
          rater: 'young-person',
          [fieldOf(record.goalIds[0]!)]: String(turn % 11),
        }),
      }
    },
    empty: (client) => ({
      url: `${server.base}/empty/form`,
      headers: formHeaders(server.base, nothing, cookies[client]),
      body: formBody({ idempotencyKey: newId() }),
    }),
    bare: () => {
      const { partnershipId, goalIds, episodeId, personId, staffId } = records[turn++ % records.length]!
      return {
        url: 'http://127.0.0.1:3293/',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify([partnershipId, goalIds[0], episodeId, personId, turn % 11, staffId]),
      }
    },
  }
  const good = {
    rating: (status: number, text: string) => status === 200 && text.includes('"saved"'),
    empty: (status: number) => status === 200,
    bare: (status: number) => status === 200,
  }
  const names = ['rating', 'empty', 'bare'] as const
  let met = true
  let shown = ''
  try {
    for (const together of [1, 16] as const) {
      for (const name of names) await postFor(2_000, together, next[name], good[name])
      const rates: Record<(typeof names)[number], number[]> = { rating: [], empty: [], bare: [] }
      const spent = { node: 0, postgres: 0, answers: 0 }
      for (let round = 0; round < rounds; round++)
        for (const name of names) {
          const before = { node: cpuOf(server.pid), postgres: cpuOf(scratch.server.pid) }
          const rate = await postFor(millisecondsEach, together, next[name], good[name])
          rates[name].push(rate)
          if (name !== 'rating') continue
          spent.node += cpuOf(server.pid) - before.node
          spent.postgres += cpuOf(scratch.server.pid) - before.postgres
          spent.answers += (rate * millisecondsEach) / 1000
        }
      const each = (seconds: number) => ((seconds * 1000) / spent.answers).toFixed(2)
      console.log(
        `  a rating costs ${each(spent.node)} ms of Node and ${each(spent.postgres)} ms of Postgres`,
      )
      const toward = (other: 'empty' | 'bare') =>
        median(rates.rating.map((rate, i) => rate / rates[other][i]!))
      const [toEmpty, toBare] = [toward('empty'), toward('bare')]
      const goal = goals[together]
      console.log(
        `  ${together === 1 ? 'one client' : `${together} clients`}: rating ${median(rates.rating).toFixed(0)}, empty action ` +
          `${median(rates.empty).toFixed(0)}, bare server ${median(rates.bare).toFixed(0)} a second; ` +
          `${toEmpty.toFixed(2)} of the empty action (goal ${goal.empty}), ${toBare.toFixed(3)} of bare (goal ${goal.bare})`,
      )
      met &&= toEmpty >= goal.empty && toBare >= goal.bare
      shown = `${shown}${shown && ', '}${toEmpty.toFixed(2)} with ${together}`
    }
    console.log(
      `rating: ratio ${shown} (goal at least ${goals[1].empty} with 1, ${goals[16].empty} with 16, of the empty action; 1/4 and 1/8 of bare)`,
    )
    return met
  } finally {
    bare.kill()
    server.stop()
    await scratch.close()
  }
}
