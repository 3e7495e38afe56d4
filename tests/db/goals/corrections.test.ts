import { Client } from 'pg'
import { describe, expect, test } from 'vitest'
import { caseload, readFilter } from '@/db/caseload/caseload'
import { today as readToday } from '@/db/caseload/today'
import { correctRating } from '@/db/goals/correct-rating'
import { readGoal, readGoals } from '@/db/goals/reads'
import { recordRatings } from '@/db/goals/record-ratings'
import { undoRatings } from '@/db/goals/undo-ratings'
import { overview } from '@/db/people/overview'
import { movementCounts } from '@/db/reporting/core'
import { dayOf } from '@/lib/day'
import { fieldOf, reasonFieldOf } from '@/lib/goals/sheet'
import { newId } from '@/lib/id'
import { type Episode, Partnership, type Worker } from '../../build/partnership'
import { sql } from '../../build/sql'

const today = dayOf(new Date())

const stage = async () => {
  const p = await Partnership.make()
  const ours = await p.team()
  const theirs = await p.team({ name: 'Mind', kind: 'community' })
  const amira = await p.worker('clinician', ours)
  const nadia = await p.worker('clinician', ours, { name: 'Nadia Khan' })
  const jo = await p.worker('facilitator', theirs, { name: 'Jo Pereira' })
  const sam = await p.episode(ours, { worker: amira })
  const sleep = await p.goal(sam, amira, [2], 'Sleep through the night')
  return { p, ours, theirs, amira, nadia, jo, sam, sleep }
}

const rate = async (worker: Worker, sam: Episode, goalId: string, value: string, rater = 'young-person') => {
  const kept = await recordRatings(
    worker.token,
    { personId: sam.personId, rater, [fieldOf(goalId)]: value, [reasonFieldOf(goalId)]: 'no-time' },
    newId(),
  )
  if (!kept.ok) throw new Error(JSON.stringify(kept.failure))
  const [row] = await sql<{ id: string }>('select id from ratings where sheet_id = $1', [kept.value.sheetId])
  return { sheetId: kept.value.sheetId, ratingId: row!.id }
}

const goalOf = async (worker: Worker, sam: Episode, goalId: string) => {
  const page = await readGoal(worker.token, { personId: sam.personId, goalId })
  if (!page.ok) throw new Error(page.failure.kind)
  return page.value.goal
}

const correctionsOf = (personId: string) =>
  sql('select record_id, replaced_by, because, undo from corrections where person_id = $1', [personId])

describe('undo', () => {
  test('takes back everything of one save; the rows stay, struck through, and count for nothing', async () => {
    const { amira, sam, sleep } = await stage()
    const { sheetId, ratingId } = await rate(amira, sam, sleep, '6')
    const page = await readGoals(amira.token, { personId: sam.personId })
    expect(page).toMatchObject({ value: { undo: { sheetId } } })
    expect(await undoRatings(amira.token, { personId: sam.personId, sheetId }, newId())).toMatchObject({
      ok: true,
    })
    const goal = await goalOf(amira, sam, sleep)
    expect(goal.sentence).toBe('One rating so far.')
    expect(goal.ratings.find((one) => one.id === ratingId)).toMatchObject({
      value: 6,
      corrected: { undo: true, replacedBy: null, by: 'Amira Hussain' },
    })
    expect(await readGoals(amira.token, { personId: sam.personId })).toMatchObject({ value: { undo: null } })
    const [audit] = await sql("select * from app.audit_log where act = 'undoRatings' and outcome = 'done'")
    expect(audit).toMatchObject({ person_id: sam.personId, record_id: sheetId, detail: { ratings: 1 } })
  })

  test('is for whoever saved, within ten minutes, and once', async () => {
    const { p, amira, nadia, jo, sam, sleep } = await stage()
    const { sheetId } = await rate(amira, sam, sleep, '6')
    const asked = { personId: sam.personId, sheetId }
    expect(await undoRatings(jo.token, asked, newId())).toEqual({
      ok: false,
      failure: { kind: 'not-found' },
    })
    expect(await undoRatings(nadia.token, asked, newId())).toMatchObject({
      failure: { kind: 'refused', because: expect.stringContaining('Only whoever saved') },
    })
    const other = await p.episode(await p.team(), {})
    expect(await undoRatings(amira.token, { ...asked, personId: other.personId }, newId())).toMatchObject({
      failure: { kind: 'not-found' },
    })
    expect((await undoRatings(amira.token, asked, newId())).ok).toBe(true)
    expect(await undoRatings(amira.token, asked, newId())).toMatchObject({
      failure: { kind: 'refused', because: 'These ratings are taken back already.' },
    })
    const late = newId()
    await sql(
      `insert into ratings (partnership_id, id, goal_id, episode_id, person_id, rater, rated_on, value, by_staff_id, sheet_id, made_at)
       values ($1, $2, $3, $4, $5, 'young-person', $6, 5, $7, $8, now() - interval '601 seconds')`,
      [p.id, newId(), sleep, sam.id, sam.personId, today, amira.id, late],
    )
    expect(await undoRatings(amira.token, { ...asked, sheetId: late }, newId())).toMatchObject({
      failure: { kind: 'refused', because: expect.stringContaining('10 minutes') },
    })
  })

  test('of a save in which one rating was corrected meanwhile is a conflict, and nothing is undone', async () => {
    const { p, amira, nadia, sam, sleep } = await stage()
    const town = await p.goal(sam, amira, [], 'Go into town')
    const sheet = {
      personId: sam.personId,
      rater: 'young-person',
      [fieldOf(sleep)]: '4',
      [fieldOf(town)]: '5',
    }
    const kept = await recordRatings(amira.token, sheet, newId())
    if (!kept.ok) throw new Error('not kept')
    const { sheetId } = kept.value
    const [row] = await sql<{ id: string }>('select id from ratings where sheet_id = $1 and goal_id = $2', [
      sheetId,
      town,
    ])
    const correction = { personId: sam.personId, ratingId: row!.id, value: '7', because: 'Wrong tile' }
    expect((await correctRating(nadia.token, correction, newId())).ok).toBe(true)
    expect(await undoRatings(amira.token, { personId: sam.personId, sheetId }, newId())).toMatchObject({
      failure: { kind: 'conflict', because: expect.stringContaining('Nothing was undone') },
    })
    expect((await goalOf(amira, sam, sleep)).ratings.at(-1)).toMatchObject({ value: 4, corrected: null })
  })
})

describe('a correction', () => {
  test('is another rating on the same day with a reason; both values stay, and one counts', async () => {
    const { amira, nadia, sam, sleep } = await stage()
    const { ratingId } = await rate(amira, sam, sleep, '9')
    const sent = {
      personId: sam.personId,
      ratingId,
      value: '6',
      words: ' slept ok ',
      because: 'She tapped 9 by mistake.',
    }
    expect(await correctRating(nadia.token, sent, newId())).toMatchObject({
      ok: true,
      value: { goalId: sleep },
    })
    const goal = await goalOf(amira, sam, sleep)
    expect(goal.sentence).toContain('Moved from 2 to 6')
    expect(goal.ratings.map((one) => [one.value, one.corrected?.because ?? null])).toEqual([
      [2, null],
      [9, 'She tapped 9 by mistake.'],
      [6, null],
    ])
    const [row] = await correctionsOf(sam.personId)
    expect(row).toMatchObject({ record_id: ratingId, replaced_by: goal.ratings[2]!.id, undo: false })
    expect(goal.ratings[2]).toMatchObject({ words: ' slept ok ', on: today })
  })

  test('stands where the corrected rating stood: a later one on the same day is still the latest', async () => {
    const { amira, sam, sleep } = await stage()
    const first = await rate(amira, sam, sleep, '9')
    await rate(amira, sam, sleep, '5')
    const sent = { personId: sam.personId, ratingId: first.ratingId, value: '4', because: 'Meant 4' }
    expect((await correctRating(amira.token, sent, newId())).ok).toBe(true)
    const goal = await goalOf(amira, sam, sleep)
    expect(goal.lines[0]!.points.map((point) => point.value)).toEqual([2, 4, 5])
  })

  test('of a correction is made too, one after the other', async () => {
    const { amira, sam, sleep } = await stage()
    const { ratingId } = await rate(amira, sam, sleep, '9')
    const put = (id: string, value: string) =>
      correctRating(
        amira.token,
        { personId: sam.personId, ratingId: id, value, because: 'Once more' },
        newId(),
      )
    expect((await put(ratingId, '6')).ok).toBe(true)
    const standing = (await goalOf(amira, sam, sleep)).ratings.find((one) => one.value === 6)!
    expect((await put(standing.id, '7')).ok).toBe(true)
    expect((await goalOf(amira, sam, sleep)).lines[0]!.points.map((point) => point.value)).toEqual([2, 7])
  })

  test('made by two people at once is made once, and the second is told what stands', async () => {
    const { amira, nadia, sam, sleep } = await stage()
    const { ratingId } = await rate(amira, sam, sleep, '9')
    const put = (worker: Worker, value: string) =>
      correctRating(worker.token, { personId: sam.personId, ratingId, value, because: 'Wrong tile' }, newId())
    const both = await Promise.all([put(amira, '6'), put(nadia, '7')])
    expect(both.map((one) => one.ok).sort()).toEqual([false, true])
    expect(both.find((one) => !one.ok)).toMatchObject({
      failure: {
        kind: 'conflict',
        because: expect.stringMatching(/corrected to [67] while you were writing/),
      },
    })
    expect(await correctionsOf(sam.personId)).toHaveLength(1)
    expect(await sql('select id from ratings where person_id = $1', [sam.personId])).toHaveLength(3)
  })

  test('takes out a rating that nobody gave', async () => {
    const { amira, sam, sleep } = await stage()
    const { ratingId } = await rate(amira, sam, sleep, '9')
    const sent = {
      personId: sam.personId,
      ratingId,
      takeOut: 'yes',
      because: 'It was for another goal.',
    } as const
    expect((await correctRating(amira.token, sent, newId())).ok).toBe(true)
    expect((await goalOf(amira, sam, sleep)).sentence).toBe('One rating so far.')
  })

  test('needs a reason, something new, and a rating (rule 20)', async () => {
    const { amira, sam, sleep } = await stage()
    const { ratingId } = await rate(amira, sam, sleep, '9')
    const put = (more: Record<string, string>) =>
      correctRating(
        amira.token,
        { personId: sam.personId, ratingId, because: 'Why', ...more } as never,
        newId(),
      )
    expect(await put({ value: '6', because: ' ' })).toMatchObject({
      failure: { fields: { because: 'Say why it is put right.' } },
    })
    expect(await put({ value: '9' })).toMatchObject({
      failure: { fields: { value: expect.stringContaining('what it says now') } },
    })
    for (const value of ['11', '-1', '4.5', ''])
      expect(await put({ value })).toMatchObject({ failure: { fields: { value: expect.any(String) } } })
    expect(await put({ value: 'not-today' })).toMatchObject({
      failure: { fields: { notToday: expect.any(String) } },
    })
    expect(await correctionsOf(sam.personId)).toEqual([])
  })

  test('of a clinician’s own rating is theirs; somebody else may take it out', async () => {
    const { amira, nadia, sam, sleep } = await stage()
    const { ratingId } = await rate(amira, sam, sleep, '9', 'clinician')
    const sent = { personId: sam.personId, ratingId, because: 'Too high' }
    expect(await correctRating(nadia.token, { ...sent, value: '6' }, newId())).toMatchObject({
      failure: { kind: 'refused' },
    })
    expect((await correctRating(nadia.token, { ...sent, takeOut: 'yes' }, newId())).ok).toBe(true)
  })

  test('can say that somebody else was rating: the number moves to their line (rule 22)', async () => {
    const { amira, sam, sleep } = await stage()
    const { ratingId } = await rate(amira, sam, sleep, '9')
    const sent = {
      personId: sam.personId,
      ratingId,
      rater: 'parent-or-carer=Kerry',
      value: '9',
      because: 'It was Kerry’s.',
    }
    expect((await correctRating(amira.token, sent, newId())).ok).toBe(true)
    const { lines } = await goalOf(amira, sam, sleep)
    expect(lines.map((line) => [line.name, line.points.map((point) => point.value)])).toEqual([
      ['Sam', [2]],
      ['Kerry', [9]],
    ])
  })

  test('out of reach is not found, and a rating of somebody else’s record too', async () => {
    const { p, ours, amira, jo, sam, sleep } = await stage()
    const { ratingId } = await rate(amira, sam, sleep, '9')
    const sent = { personId: sam.personId, ratingId, value: '6', because: 'Why' }
    expect(await correctRating(jo.token, sent, newId())).toMatchObject({ failure: { kind: 'not-found' } })
    const other = await p.episode(ours, { worker: amira })
    expect(await correctRating(amira.token, { ...sent, personId: other.personId }, newId())).toMatchObject({
      failure: { kind: 'not-found' },
    })
  })
})

describe('what was put right counts nowhere', () => {
  test('not in the list of young people, on Today, in the overview or among the numbers that stand', async () => {
    const { p, amira, sam, sleep } = await stage()
    await sql(
      'insert into meetings (partnership_id, id, episode_id, person_id, with_staff_id, starts_at, by_staff_id) values ($1, $2, $3, $4, $5, now(), $5)',
      [p.id, newId(), sam.id, sam.personId, amira.id],
    )
    const { sheetId } = await rate(amira, sam, sleep, '8')
    const look = async () => {
      const list = await caseload(amira.token, readFilter({}))
      const day = await readToday(amira.token, undefined)
      const page = await overview(amira.token, { personId: sam.personId })
      if (!list.ok || !day.ok || !page.ok) throw new Error('out of reach')
      return {
        list: list.value.rows[0]!.movement,
        due: day.value.meetings?.[0]?.due,
        overview: page.value.goals[0]!.sentence,
        standing: (await sql('select id from standing_ratings where goal_id = $1', [sleep])).length,
      }
    }
    expect(await look()).toMatchObject({
      due: 0,
      standing: 2,
      overview: expect.stringContaining('Moved from 2 to 8'),
    })
    await undoRatings(amira.token, { personId: sam.personId, sheetId }, newId())
    expect(await look()).toEqual({
      list: 'One rating so far.',
      due: 1,
      overview: 'One rating so far.',
      standing: 1,
    })
  })
})

describe('the published figures', () => {
  test('count a goal by the ratings that stand: what was taken out is no second rating', async () => {
    const { p, amira, sam, sleep } = await stage()
    const { ratingId } = await rate(amira, sam, sleep, '8')
    const client = new Client({ connectionString: process.env.DATABASE_ADMIN_URL })
    await client.connect()
    const pairs = async () => {
      const asked = { partnershipId: p.id, period: { from: '2026-01-01', to: today }, edition: '2019' }
      const rows = await movementCounts(client, asked as Parameters<typeof movementCounts>[1])
      return [...new Set(rows.map((row) => `${row.first} to ${row.latest}`))]
    }
    expect(await pairs()).toEqual(['2 to 8'])
    const correction = { personId: sam.personId, ratingId, value: '5', because: 'Meant 5' }
    await correctRating(amira.token, correction, newId())
    expect(await pairs()).toEqual(['2 to 5'])
    const [now] = await sql<{ id: string }>(
      'select id from standing_ratings where goal_id = $1 and value = 5',
      [sleep],
    )
    const takeOut = {
      personId: sam.personId,
      ratingId: now!.id,
      takeOut: 'yes',
      because: 'Nobody rated',
    } as const
    await correctRating(amira.token, takeOut, newId())
    expect(await pairs()).toEqual([])
    await client.end()
  })
})

describe('the database', () => {
  test('lets a record be put right once, of its own person and episode, and never forgets it', async () => {
    const { p, ours, amira, sam, sleep } = await stage()
    const { ratingId } = await rate(amira, sam, sleep, '8')
    const other = await p.episode(ours, { worker: amira })
    const add = (episode: Episode) =>
      sql(
        `insert into corrections (partnership_id, record_id, kind, episode_id, person_id, because, by_staff_id) values ($1, $2, 'rating', $3, $4, 'Why', $5)`,
        [p.id, ratingId, episode.id, episode.personId, amira.id],
      )
    await expect(add(other)).rejects.toThrow(/same person and episode/)
    await add(sam)
    await expect(add(sam)).rejects.toThrow(/corrections_partnership_id_record_id_pk/)
    await expect(sql('delete from corrections where record_id = $1', [ratingId])).rejects.toThrow(
      /append-only/,
    )
    await expect(
      sql("update corrections set because = 'x' where record_id = $1", [ratingId]),
    ).rejects.toThrow(/append-only/)
  })
})
