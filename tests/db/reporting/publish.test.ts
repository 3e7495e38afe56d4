import { Client } from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { startSystemSession } from '@/db/access/start-system-session'
import { core } from '@/db/reporting/core'
import { publish } from '@/db/reporting/publish'
import { readEquity } from '@/db/reporting/reads'
import { movement } from '@/lib/goals/movement'
import type { Rater } from '@/lib/goals/rating'
import { newId } from '@/lib/id'
import { breakdowns } from '@/lib/reporting/breakdowns'
import { asOwner } from '../../build/owner'
import { Partnership } from '../../build/partnership'
import { editionLoaded, type Referred, referred } from '../../build/referred'
import { sql } from '../../build/sql'

const year = { from: '2025-04-01', to: '2026-03-31' }
const inYear = '2025-06-02'

const stage = async () => {
  const partnership = await Partnership.make()
  const team = await partnership.team()
  const [system, commissioner, amira] = [
    await partnership.system(),
    await partnership.worker('commissioner'),
    await partnership.worker('clinician', team),
  ]
  return {
    partnership,
    system,
    commissioner,
    amira,
    refer: (rows: readonly Referred[]) => referred(partnership, team, amira, rows),
    publish: (input: Parameters<typeof publish>[1] = year) => publish(system.token, input, newId()),
  }
}
type Stage = Awaited<ReturnType<typeof stage>>

const many = (count: number, row: Omit<Referred, 'on'>): Referred[] =>
  Array.from({ length: count }, () => ({ on: inYear, ...row }))

/** The true counts by the overall index, as they are before anything is protected. */
const counted = async ({ partnership }: Stage, period = year) => {
  const client = new Client({ connectionString: process.env.DATABASE_ADMIN_URL })
  await client.connect()
  try {
    const asked = { partnershipId: partnership.id, period, edition: '2019' }
    return breakdowns(await core(client, asked, 3)).get('imd')!
  } finally {
    await client.end()
  }
}

const shownTo = async ({ commissioner }: Stage, measure: 'people' | 'accepted' | 'moved-up' = 'people') => {
  const result = await readEquity(commissioner.token, { measure })
  if (!result.ok) throw new Error(result.failure.kind)
  return result.value.published
}

const releases = ({ partnership }: Stage) =>
  sql('select newest, hidden_limit, edition from published.releases where partnership_id = $1 order by id', [
    partnership.id,
  ])

beforeAll(() => editionLoaded())

describe('what is counted', () => {
  test('a person with several referrals is one person, at the place of the first of them in the period', async () => {
    const s = await stage()
    await s.refer([
      { who: 'sam', on: '2024-02-01', tenth: 9, reference: 'R0' },
      { who: 'sam', on: '2025-05-01', tenth: 3, reference: 'R2' },
      { who: 'sam', on: '2025-05-01', tenth: 1, reference: 'R1', accepted: true },
      { who: 'sam', on: '2025-09-01', tenth: 8, reference: 'R3' },
      { who: 'ada', on: '2026-04-01', tenth: 1 },
    ])
    const { all, tenth } = await counted(s)
    expect(all).toMatchObject({ people: 1, referrals: 3, accepted: 1 })
    // Two on one day: the earlier reference is the first.
    expect(tenth.get('1')).toMatchObject({ people: 1, referrals: 1, accepted: 1 })
    expect(tenth.get('3')).toMatchObject({ people: 0, referrals: 1 })
    expect(tenth.get('8')).toMatchObject({ people: 0, referrals: 1 })
    expect((await counted(s, { from: '2024-01-01', to: '2024-03-31' })).tenth.get('9')?.people).toBe(1)
  })

  test('the first and the last day of a period belong to it; a place that is not known is counted apart', async () => {
    const s = await stage()
    await s.refer([
      { on: '2025-03-31', tenth: 5 },
      { on: '2025-04-01', tenth: 5 },
      { on: '2026-03-31', tenth: null },
      { on: '2026-04-01', tenth: 5 },
    ])
    const { all, unknown } = await counted(s)
    expect(all.people).toBe(2)
    expect(unknown.people).toBe(1)
  })

  test('someone who came back without a new referral is not a referral that was accepted', async () => {
    const s = await stage()
    const first = newId()
    await s.refer([
      { who: 'sam', id: first, on: inYear, tenth: 5 },
      { who: 'sam', on: '2025-08-01', tenth: 5, accepted: true, comeBackOf: first },
    ])
    expect((await counted(s)).all).toMatchObject({ people: 1, referrals: 1, accepted: 0 })
  })

  test('a goal counts in the period of its latest rating, and only by what the young person said', async () => {
    const s = await stage()
    const goal = (from: string, values: (number | null)[], rater?: string) => [{ from, values, rater }]
    await s.refer([
      { on: '2024-11-01', tenth: 5, ratings: goal('2025-03-28', [2, 5]) }, // first number before, latest within
      { on: '2024-11-01', tenth: 5, ratings: goal('2025-01-01', [2, 9]) }, // both before
      { on: inYear, tenth: 5, ratings: goal('2025-07-01', [4]) }, // one rating
      { on: inYear, tenth: 5, ratings: goal('2025-07-01', [4, null]) }, // "not today" is no number
      { on: inYear, tenth: 5, ratings: goal('2025-07-01', [0, 10], 'clinician') },
      { on: inYear, tenth: 5, ratings: goal('2025-07-01', [3, 5, 4]) },
      { on: inYear, tenth: 5, ratings: goal('2026-03-24', [1, 3, 9]) }, // the third lies after the period
    ])
    expect((await counted(s)).tenth.get('5')).toMatchObject({ rated: 3, movedUp: 1 })
  })

  test('what SQL counts by first and latest is what movement() says goal by goal', async () => {
    const s = await stage()
    let seed = 11
    const random = (below: number) => {
      seed = (seed * 16807) % 2147483647
      return seed % below
    }
    await s.refer(
      Array.from({ length: 120 }, (_, i) => ({
        on: inYear,
        tenth: i % 13 === 0 ? null : 1 + (i % 10),
        ratings: Array.from({ length: 1 + random(3) }, () => ({
          from: '2025-07-01',
          values: Array.from({ length: 1 + random(6) }, () => (random(7) === 0 ? null : random(11))),
          rater: ['young-person', 'young-person', 'parent-or-carer', 'clinician'][random(4)],
        })),
      })),
    )
    // Two numbers on one day: the order in which they were given decides.
    await sql(
      `insert into ratings (partnership_id, id, goal_id, episode_id, person_id, rater, rated_on, value, by_staff_id)
      select partnership_id, gen_random_uuid(), goal_id, episode_id, person_id, 'young-person', max(rated_on), 10, $2
      from ratings where partnership_id = $1 and get_byte(uuid_send(goal_id), 15) % 5 = 0 group by 1, 3, 4, 5`,
      [s.partnership.id, s.amira.id],
    )
    const given = await sql<{ goal_id: string; rater: Rater; on: string; value: number; imd: number | null }>(
      `select r.goal_id, r.rater, r.rated_on as on, r.value, p.imd from ratings r
      join goals g on g.id = r.goal_id join episode_places p on p.episode_id = g.episode_id and p.edition = '2019'
      where r.partnership_id = $1 order by r.rated_on, r.made_at, r.id`,
      [s.partnership.id],
    )
    const byGoal = new Map<string, typeof given>()
    for (const row of given) byGoal.set(row.goal_id, [...(byGoal.get(row.goal_id) ?? []), row])
    const expected = new Map<string, { rated: number; movedUp: number }>()
    for (const rows of byGoal.values()) {
      const moved = movement(
        rows.map(({ rater, on, value }) => ({ rater, on, value })),
        { threshold: 3 },
      )['young-person']
      if (!moved || moved.reliable === null) continue
      const key = String(rows[0]!.imd ?? 'unknown')
      const into = expected.get(key) ?? { rated: 0, movedUp: 0 }
      expected.set(key, into)
      into.rated++
      if (moved.reliable === 'up') into.movedUp++
    }
    const { tenth, unknown } = await counted(s)
    expect(expected.size).toBe(11)
    for (const [key, want] of expected)
      expect(key === 'unknown' ? unknown : tenth.get(key)).toMatchObject(want)
  })
})

describe('publishing', () => {
  test('keeps what may be seen and nothing else, with the limit in force frozen', async () => {
    const s = await stage()
    await sql('update partnerships set hidden_limit = 7 where id = $1', [s.partnership.id])
    await s.refer([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].flatMap((tenth) => many(tenth === 4 ? 6 : 23, { tenth })))
    expect(await s.publish()).toMatchObject({ ok: true, value: { kind: 'published', edition: '2019' } })
    expect(await releases(s)).toEqual([{ newest: true, hidden_limit: 7, edition: '2019' }])
    const shown = await shownTo(s)
    const tenths = shown!.cells.filter((c) => c.breakdown === 'income' && c.level === 'tenth')
    expect(tenths.find((c) => c.groupKey === '4')).toMatchObject({ numerator: null, hidden: 'small' })
    expect(tenths.find((c) => c.groupKey === '5')).toMatchObject({ numerator: 25, hidden: null })
    expect(shown!.release).toMatchObject({ ...year, edition: '2019', rule: { limit: 7 }, points: '3' })
  })

  test('no true count is anywhere in what the page reads', async () => {
    const s = await stage()
    // Three in one tenth and seven in another are the canaries; neither figure, nor 33 or 47, may be found.
    await s.refer([
      ...many(3, { tenth: 1 }),
      ...many(7, { tenth: 2 }),
      ...[3, 4, 5, 6, 7, 8, 9].flatMap((tenth) => many(33, { tenth, accepted: tenth % 2 === 0 })),
      ...many(47, { tenth: 10, accepted: true }),
    ])
    await s.publish()
    for (const measure of ['people', 'accepted', 'moved-up'] as const) {
      const { cells } = (await shownTo(s, measure))!
      for (const cell of cells)
        for (const count of [cell.numerator, cell.denominator])
          expect(count === null || (count % 5 === 0 && count > 0)).toBe(true)
    }
    const kept = await sql<{ row: string }>(
      `select jsonb_build_object('n', numerator, 'd', denominator)::text as row from published.cells where partnership_id = $1`,
      [s.partnership.id],
    )
    expect(kept.length).toBeGreaterThan(100)
    expect(kept.filter(({ row }) => /\b(3|7|33|47)\b/.test(row))).toEqual([])
    const audit = await sql(
      "select detail::text from app.audit_log where partnership_id = $1 and act = 'publish'",
      [s.partnership.id],
    )
    expect(audit).toHaveLength(1)
    expect(JSON.stringify(audit)).not.toMatch(/people|numerator/)
  })

  test('the same period is published once more only when somebody asks; then the earlier one is seen no more', async () => {
    const s = await stage()
    await s.refer(Array.from({ length: 10 }, (_, i) => i + 1).flatMap((tenth) => many(20, { tenth })))
    await s.publish()
    const before = (await shownTo(s))!.release.id
    await s.refer(many(30, { tenth: 1 }))
    expect(await s.publish()).toMatchObject({ ok: true, value: { kind: 'already' } })
    expect((await shownTo(s))!.release.id).toBe(before)
    expect(await s.publish({ ...year, again: true })).toMatchObject({ value: { kind: 'published' } })
    expect((await shownTo(s))!.release.id).not.toBe(before)
    expect(await releases(s)).toMatchObject([{ newest: false }, { newest: true }])
    const cells = await sql('select distinct release_id from published.cells where partnership_id = $1', [
      s.partnership.id,
    ])
    expect(cells).toHaveLength(2)
  })

  test('two publications at the same moment leave one newest release', async () => {
    const s = await stage()
    await s.refer(many(30, { tenth: 1 }))
    const results = await Promise.all([1, 2, 3].map(() => s.publish()))
    expect(results.map((r) => r.ok && r.value.kind).sort()).toEqual(['already', 'already', 'published'])
    expect(await releases(s)).toHaveLength(1)
  })

  test('a period that is not whole months, an edition that is not loaded, and anybody but the system are refused with a sentence', async () => {
    const s = await stage()
    expect(await s.publish({ from: '2025-04-02', to: '2026-03-31' })).toMatchObject({
      failure: { kind: 'invalid', fields: { period: expect.stringMatching(/whole months/) } },
    })
    expect(await s.publish({ ...year, edition: '2031' })).toMatchObject({
      failure: { kind: 'invalid', fields: { edition: expect.stringMatching(/not loaded/) } },
    })
    const lead = await s.partnership.worker('team-lead', await s.partnership.team())
    for (const { token } of [s.commissioner, s.amira, lead, await s.partnership.worker('administrator')])
      expect(await publish(token, year, newId())).toMatchObject({ failure: { kind: 'refused' } })
    expect(await releases(s)).toEqual([])
  })

  test('a period without anybody is published as "too few people", not as an error', async () => {
    const s = await stage()
    expect(await s.publish()).toMatchObject({ value: { kind: 'published' } })
    expect((await shownTo(s))!.cells.map((c) => [c.breakdown, c.numerator, c.hidden])).toEqual([
      ['all', null, 'small'],
      ['all', null, 'small'],
      ['all', null, 'small'],
    ])
  })
})

describe('the session of the system actor', () => {
  test('is started by the owner of the tables, is written down, and ends by itself', async () => {
    const s = await stage()
    const token = await asOwner((owner) => startSystemSession(owner, s.partnership.id))
    expect(await publish(token, year, newId())).toMatchObject({ ok: true })
    const [session] = await sql(
      "select role, expires_at <= now() + interval '15 minutes' as soon from app.sessions where partnership_id = $1 and staff_id = $2 order by made_at desc limit 1",
      [s.partnership.id, s.system.id],
    )
    expect(session).toEqual({ role: 'system', soon: true })
    const audit =
      "select staff_id from app.audit_log where partnership_id = $1 and act = 'startSystemSession'"
    expect(await sql(audit, [s.partnership.id])).toEqual([{ staff_id: s.system.id }])
  })
  test('is not to be had where there is no system actor, nor for a person who holds that role', async () => {
    const partnership = await Partnership.make()
    await partnership.worker('system')
    expect(await asOwner((owner) => startSystemSession(owner, partnership.id))).toBeUndefined()
  })
})
