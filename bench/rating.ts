import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { Client } from 'pg'
import { newToken } from '@/db/access/session-token'
import { dayOf } from '@/lib/day'
import { fieldOf } from '@/lib/goals/sheet'
import { newId } from '@/lib/id'
import { openScratch } from '../bin/scratch'
import { type Asked, actionId, formBody, formHeaders, postFor } from './actions'
import type { Bench } from './bench'
import { median } from './measure'
import { cookieFor, serve } from './served'

/** At least this part of the requests a second of the empty action and of the bare server, by how many clients. */
const goals = { 1: { empty: 0.4, bare: 1 / 4 }, 16: { empty: 0.55, bare: 1 / 8 } } as const

const rounds = 5
const millisecondsEach = 2_500

type Rated = { partnershipId: string; personId: string; episodeId: string; goalId: string; staffId: string }

/**
 * Recording a rating through the server action, with session, permission, idempotency and audit, against an empty action of
 * the same server and against a bare server that does one prepared statement; one client, then sixteen.
 */
export const run: Bench = async () => {
  const scratch = await openScratch({ durable: true })
  const { cookies, records } = await scene(scratch.urls.DATABASE_ADMIN_URL)
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
          [fieldOf(record.goalId)]: String(turn % 11),
        }),
      }
    },
    empty: (client) => ({
      url: `${server.base}/empty/form`,
      headers: formHeaders(server.base, nothing, cookies[client]),
      body: formBody({ idempotencyKey: newId() }),
    }),
    bare: () => {
      const { partnershipId, goalId, episodeId, personId, staffId } = records[turn++ % records.length]!
      return {
        url: 'http://127.0.0.1:3293/',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify([partnershipId, goalId, episodeId, personId, turn % 11, staffId]),
      }
    },
  }
  const good = {
    rating: (status: number, text: string) => status === 200 && text.includes('"done"'),
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
      for (let round = 0; round < rounds; round++)
        for (const name of names)
          rates[name].push(await postFor(millisecondsEach, together, next[name], good[name]))
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

/** Sixteen clinicians of one team and 400 young people with a goal each. */
async function scene(url: string): Promise<{ cookies: string[]; records: Rated[] }> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const [partnershipId, organisationId, teamId] = [newId(), newId(), newId()]
  const staff = Array.from({ length: 16 }, () => newId())
  const today = dayOf(new Date())
  await client.query('begin')
  await client.query('insert into partnerships (id, name) values ($1, $2)', [partnershipId, 'Bench'])
  await client.query(
    "insert into organisations (partnership_id, id, name, kind) values ($1, $2, 'Trust', 'nhs')",
    [partnershipId, organisationId],
  )
  await client.query(
    "insert into teams (partnership_id, id, organisation_id, name, kind) values ($1, $2, $3, 'EWMHS', 'clinical')",
    [partnershipId, teamId, organisationId],
  )
  const cookies: string[] = []
  for (const id of staff) {
    const token = newToken()
    await client.query(
      "insert into staff (partnership_id, id, organisation_id, name) values ($1, $2, $3, 'Amira Hussain')",
      [partnershipId, id, organisationId],
    )
    await client.query(
      "insert into memberships (partnership_id, id, staff_id, team_id, role, from_day) values ($1, $2, $3, $4, 'clinician', '2020-01-01')",
      [partnershipId, newId(), id, teamId],
    )
    await client.query(
      "insert into app.sessions (token_hash, id, partnership_id, staff_id, role, expires_at) values ($1, $2, $3, $4, 'clinician', now() + interval '2 hours')",
      [createHash('sha256').update(token).digest(), newId(), partnershipId, id],
    )
    cookies.push(await cookieFor(token))
  }
  const records: Rated[] = []
  for (let i = 0; i < 400; i++) {
    const [personId, episodeId, goalId, staffId] = [newId(), newId(), newId(), staff[i % staff.length]!]
    await client.query(
      "insert into people (partnership_id, id, given_name, family_name, born, nhs_number_absent) values ($1, $2, 'Sam', 'Whitlow', '2010-05-14', 'not-known-yet')",
      [partnershipId, personId],
    )
    await client.query(
      "insert into episodes (partnership_id, id, person_id, team_id, status, referred_on, source, accepted_on, named_worker_id) values ($1, $2, $3, $4, 'open', $5, 'A1', $5, $6)",
      [partnershipId, episodeId, personId, teamId, today, staffId],
    )
    await client.query(
      "insert into goals (partnership_id, id, episode_id, person_id, words, whose, rank, agreed_on, by_staff_id) values ($1, $2, $3, $4, 'Sleep through the night', 'young-person', 1, $5, $6)",
      [partnershipId, goalId, episodeId, personId, today, staffId],
    )
    records.push({ partnershipId, personId, episodeId, goalId, staffId })
  }
  await client.query('commit')
  await client.query('analyze')
  await client.end()
  return { cookies, records }
}
