import { expect, test } from 'vitest'
import { newId } from '@/lib/id'
import { Partnership } from '../../build/partnership'
import { StagedRecord } from '../../build/record'
import { asRole } from '../../build/sql'

const stage = async () => {
  const p = await Partnership.make()
  const team = await p.team()
  const amira = await p.worker('clinician', team)
  const sam = await StagedRecord.make(p, team, amira, { word: 'Sam' })
  const ada = await StagedRecord.make(p, team, amira, { word: 'Ada' })
  const own = await p.ownAccount(sam.personId, { name: 'Sam' })
  return { p, amira, sam, ada, own }
}

/** As the application, signed in with a token, past every act and read. */
const as = async <T>(
  token: string,
  work: (query: (text: string, values?: unknown[]) => Promise<T[]>) => Promise<unknown>,
) => {
  const pool = asRole('app')
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query("select set_config('app.session', $1, true)", [token])
    return await work(async (text, values = []) => (await client.query(text, values)).rows as T[])
  } finally {
    await client.query('rollback')
    client.release()
    await pool.end()
  }
}

test('a young person sees the steps, talks and corrections of their own goals, and no other’s; no reviews', async () => {
  const { sam, ada, own } = await stage()
  for (const record of [sam, ada]) {
    const goalId = await record.goal()
    await record.step(goalId)
    await record.talk(goalId)
    await record.rating(goalId)
  }
  await as<{ person_id: string }>(own.token, async (query) => {
    for (const table of ['goals', 'goal_steps', 'talks', 'standing_ratings'])
      expect([table, await query(`select person_id from ${table}`)]).toEqual([
        table,
        [{ person_id: sam.personId }],
      ])
    expect(await query('select person_id from reviews')).toEqual([])
  })
})

test('they take back what they gave themselves, and put nothing else right', async () => {
  const { p, sam, own } = await stage()
  const { ratingId } = await sam.rating(await sam.goal(), own)
  const add = (undo: boolean, by: string) =>
    [
      'insert into corrections (partnership_id, record_id, kind, episode_id, person_id, because, undo, by_staff_id) values ($1, $2, $3, $4, $5, $6, $7, $8)',
      [p.id, ratingId, 'rating', sam.episodeId, sam.personId, undo ? '' : 'Why', undo, by] as unknown[],
    ] as const
  await as(own.token, async (query) => {
    await expect(query(...add(false, own.id))).rejects.toThrow(/row-level security/)
  })
  await as(own.token, async (query) => {
    await expect(query(...add(true, newId()))).rejects.toThrow(/row-level security/)
  })
  await as(own.token, async (query) => {
    await query(...add(true, own.id))
    expect(await query('select id from standing_ratings')).toEqual([])
  })
})
