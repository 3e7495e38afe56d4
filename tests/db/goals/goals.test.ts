import { describe, expect, test } from 'vitest'
import { addGoal } from '@/db/goals/add-goal'
import { endGoal } from '@/db/goals/end-goal'
import { readGoal, readGoals, readRatingSheet } from '@/db/goals/reads'
import { addDays, dayOf } from '@/lib/day'
import { goalsForReturns } from '@/lib/goals/limits'
import { newId } from '@/lib/id'
import { Partnership, type Worker } from '../../build/partnership'
import { sql } from '../../build/sql'

const today = dayOf(new Date())

const stage = async () => {
  const p = await Partnership.make()
  const ours = await p.team()
  const theirs = await p.team({ name: 'Mind', kind: 'community' })
  const amira = await p.worker('clinician', ours)
  const lena = await p.worker('team-lead', ours, { name: 'Lena Lead' })
  const jo = await p.worker('facilitator', theirs, { name: 'Jo Pereira' })
  const sam = await p.episode(ours, { worker: amira })
  const goal = {
    personId: sam.personId,
    words: 'Draw most days again',
    whose: 'young-person',
    agreedOn: today,
  } as const
  return { p, ours, theirs, amira, lena, jo, sam, goal }
}

const look = async (worker: Worker, personId: string) => {
  const result = await readGoals(worker.token, { personId })
  if (!result.ok) throw new Error(result.failure.kind)
  return result.value
}

describe('adding a goal', () => {
  test.each([
    ['an emoji and a family of one', 'get a 🐕 & hang out w my 👩‍👩‍👧 lol'],
    ['line breaks and spaces', '  go out\r\n\n   not just   the shop\t'],
    ['Arabic', 'أريد أن أنام طوال الليل'],
    ['Urdu with English', 'میں school واپس جانا چاہتا ہوں'],
    ['accents written in two ways', 'cafe\u0301 café'],
    ['marks of code', `<b>"me" & 'you'</b> \\ %s {{x}} --`],
  ])('keeps the words exactly: %s', async (_, words) => {
    const { amira, sam, goal } = await stage()
    expect((await addGoal(amira.token, { ...goal, words, language: 'ar' }, newId())).ok).toBe(true)
    const page = await look(amira, sam.personId)
    expect(page.open[0]).toMatchObject({ words, language: 'ar' })
  })

  test('the audit names the goal and carries none of its words', async () => {
    const { amira, sam, goal } = await stage()
    await addGoal(amira.token, goal, newId())
    const audit = await sql("select * from app.audit_log where act = 'addGoal' and person_id = $1", [
      sam.personId,
    ])
    expect(audit).toMatchObject([{ staff_id: amira.id, outcome: 'done' }])
    expect(JSON.stringify(audit)).not.toContain('Draw')
  })

  test('rule 21: a fourth goal is asked about, and saved only with a reason; the first three go to national returns', async () => {
    const { amira, sam, goal } = await stage()
    for (const words of ['one', 'two', 'three']) await addGoal(amira.token, { ...goal, words }, newId())
    expect(await addGoal(amira.token, { ...goal, words: 'four' }, newId())).toMatchObject({
      failure: {
        fields: { fourthBecause: 'Three is usually enough. Say why a fourth goal helps, or end one first.' },
      },
    })
    expect(await addGoal(amira.token, { ...goal, words: 'four', fourthBecause: ' ' }, newId())).toMatchObject(
      {
        ok: false,
      },
    )
    const asked = { ...goal, words: 'four', fourthBecause: 'It is for the summer only.' }
    expect((await addGoal(amira.token, asked, newId())).ok).toBe(true)
    const rows = await sql<{ words: string; rank: number; fourth_because: string | null }>(
      'select words, rank, fourth_because from goals where person_id = $1 order by rank',
      [sam.personId],
    )
    expect(rows.map((row) => row.rank)).toEqual([1, 2, 3, 4])
    expect(rows[3]!.fourth_because).toBe('It is for the summer only.')
    expect(goalsForReturns(rows).map((row) => row.words)).toEqual(['one', 'two', 'three'])
  })

  test('rule 21: a parent’s goals are counted apart; goals agreed together count as the young person’s', async () => {
    const { amira, goal } = await stage()
    for (const whose of ['young-person', 'together', 'young-person'] as const)
      await addGoal(amira.token, { ...goal, whose }, newId())
    expect((await addGoal(amira.token, { ...goal, whose: 'together' }, newId())).ok).toBe(false)
    expect((await addGoal(amira.token, { ...goal, whose: 'parent-or-carer' }, newId())).ok).toBe(true)
  })

  test('rule 21: two people adding a third at once do not make a fourth unasked', async () => {
    const { amira, lena, sam, goal } = await stage()
    for (const words of ['one', 'two']) await addGoal(amira.token, { ...goal, words }, newId())
    const both = await Promise.all(
      [amira, lena].map((worker) => addGoal(worker.token, { ...goal, words: worker.name }, newId())),
    )
    expect(both.map((one) => one.ok).sort()).toEqual([false, true])
    expect((await look(amira, sam.personId)).open).toHaveLength(3)
  })

  test('an ended goal makes room for another', async () => {
    const { amira, sam, goal } = await stage()
    for (const words of ['one', 'two', 'three']) await addGoal(amira.token, { ...goal, words }, newId())
    const [first] = (await look(amira, sam.personId)).open
    const end = { personId: sam.personId, goalId: first!.id, version: 1, because: 'reached' } as const
    expect((await endGoal(amira.token, end, newId())).ok).toBe(true)
    expect((await addGoal(amira.token, { ...goal, words: 'four' }, newId())).ok).toBe(true)
  })

  test('no words, nobody who said them, a day to come and a far organisation are each refused', async () => {
    const { amira, jo, sam, goal } = await stage()
    expect(await addGoal(amira.token, { ...goal, words: ' \n ' }, newId())).toMatchObject({
      failure: { fields: { words: 'Write the goal in their words.' } },
    })
    expect(await addGoal(amira.token, { ...goal, whose: '' as 'together' }, newId())).toMatchObject({
      failure: { fields: { whose: 'Say who said it.' } },
    })
    expect(await addGoal(amira.token, { ...goal, agreedOn: addDays(today, 1) }, newId())).toMatchObject({
      failure: { fields: { agreedOn: expect.any(String) } },
    })
    expect(await addGoal(jo.token, goal, newId())).toEqual({ ok: false, failure: { kind: 'not-found' } })
    expect(await readGoals(jo.token, { personId: sam.personId })).toEqual({
      ok: false,
      failure: { kind: 'not-found' },
    })
    expect(await sql('select 1 from goals where person_id = $1', [sam.personId])).toEqual([])
  })
})

describe('ending a goal', () => {
  test('keeps its words and ratings below the open ones, with the reason and what was said', async () => {
    const { p, amira, sam } = await stage()
    const goalId = await p.goal(sam, amira, [2, 6])
    const end = { personId: sam.personId, goalId, version: 1, because: 'reached', words: 'did it!!' } as const
    expect((await endGoal(amira.token, end, newId())).ok).toBe(true)
    const page = await look(amira, sam.personId)
    expect(page.open).toEqual([])
    expect(page.ended).toMatchObject([
      {
        id: goalId,
        endedOn: today,
        endedBecause: 'reached',
        endedWords: 'did it!!',
        sentence: 'Moved from 2 to 6 since 4 March, 2 ratings.',
      },
    ])
  })

  test('rule 23: changed words are a new goal with a baseline of its own, and the old one is kept', async () => {
    const { p, amira, sam } = await stage()
    const goalId = await p.goal(sam, amira, [2, 3], 'Sleep through the night')
    const change = {
      personId: sam.personId,
      goalId,
      version: 1,
      because: 'words-changed',
      newWords: 'Wake up rested on school days',
    } as const
    const answer = await endGoal(amira.token, change, newId())
    if (!answer.ok) throw new Error(answer.failure.kind)
    const page = await look(amira, sam.personId)
    expect(page.open).toMatchObject([
      {
        id: answer.value.newGoalId,
        words: change.newWords,
        replaces: goalId,
        lines: [],
        sentence: 'Not rated yet.',
      },
    ])
    expect(page.ended).toMatchObject([
      {
        id: goalId,
        words: 'Sleep through the night',
        endedBecause: 'words-changed',
        replacedBy: answer.value.newGoalId,
      },
    ])
    expect(page.ended[0]!.ratings).toHaveLength(2)
  })

  test('rule 23: spaces, capitals and full stops alone do not make another goal of a rated one', async () => {
    const { p, amira, sam } = await stage()
    const goalId = await p.goal(sam, amira, [2], 'Sleep through the night')
    const change = { personId: sam.personId, goalId, version: 1, because: 'words-changed' } as const
    for (const newWords of ['Sleep through the night', 'sleep  through the night.', ''])
      expect(await endGoal(amira.token, { ...change, newWords }, newId())).toMatchObject({
        failure: { fields: { newWords: expect.any(String) } },
      })
    expect((await look(amira, sam.personId)).open).toHaveLength(1)
  })

  test('rule 23: the database refuses to change the words of a goal, or to remove it', async () => {
    const { p, amira, sam } = await stage()
    const goalId = await p.goal(sam, amira, [2])
    await expect(sql("update goals set words = 'Other' where id = $1", [goalId])).rejects.toThrow(
      /never change/,
    )
    await expect(sql('delete from goals where id = $1', [goalId])).rejects.toThrow(/append-only/)
  })

  test('a second ending, a stale form and a far organisation change nothing', async () => {
    const { p, amira, lena, jo, sam } = await stage()
    const goalId = await p.goal(sam, amira, [2])
    const end = { personId: sam.personId, goalId, version: 1, because: 'stop-for-now' } as const
    expect(await endGoal(jo.token, end, newId())).toEqual({ ok: false, failure: { kind: 'not-found' } })
    expect(await endGoal(amira.token, { ...end, version: 7 }, newId())).toMatchObject({
      failure: { kind: 'conflict', theirs: { version: '1' } },
    })
    const both = await Promise.all([amira, lena].map((one) => endGoal(one.token, end, newId())))
    expect(both.map((one) => one.ok).sort()).toEqual([false, true])
    expect(both.find((one) => !one.ok)).toMatchObject({
      failure: { kind: 'refused', because: expect.stringContaining('Stop for now') },
    })
  })

  test('someone else’s goal cannot be ended under another person’s address', async () => {
    const { p, ours, amira, sam } = await stage()
    const other = await p.episode(ours, { worker: amira })
    const goalId = await p.goal(other, amira, [2])
    const end = { personId: sam.personId, goalId, version: 1, because: 'reached' } as const
    expect(await endGoal(amira.token, end, newId())).toEqual({ ok: false, failure: { kind: 'not-found' } })
    expect(await readGoal(amira.token, { personId: sam.personId, goalId })).toEqual({
      ok: false,
      failure: { kind: 'not-found' },
    })
  })
})

describe('the goals page', () => {
  test('marks the day the facilitator joined on the line, and the facilitator sees the same line', async () => {
    const { p, ours, theirs, amira, jo, sam } = await stage()
    const goalId = await p.goal(sam, amira, [2, 3, 6])
    await sql(
      `insert into handovers (partnership_id, id, episode_id, person_id, from_team_id, to_team_id, sending_worker_id, receiving_worker_id, return_contact_id, step, invited_at, accepted_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $7, 'meeting-together', '2026-03-10 12:00', '2026-03-12 23:30+00')`,
      [amira.partnershipId, newId(), sam.id, sam.personId, ours.id, theirs.id, amira.id, jo.id],
    )
    for (const worker of [amira, jo]) {
      const page = await look(worker, sam.personId)
      expect(page.marks).toEqual([{ day: '2026-03-12', label: 'Jo joined, 12 Mar' }])
      expect(page.open[0]!.sentence).toBe('Moved from 2 to 6 since 4 March, 3 ratings.')
      const one = await readGoal(worker.token, { personId: sam.personId, goalId })
      expect(one).toMatchObject({
        ok: true,
        value: { goal: { lines: [{ points: [{ value: 2 }, { value: 3 }, { value: 6 }] }] } },
      })
    }
  })

  test('the rating page is not sent any earlier rating', async () => {
    const { p, amira, sam } = await stage()
    await p.goal(sam, amira, [2, 3, 6])
    const sheet = await readRatingSheet(amira.token, { personId: sam.personId })
    if (!sheet.ok) throw new Error(sheet.failure.kind)
    expect(Object.keys(sheet.value.goals[0]!).sort()).toEqual(['id', 'language', 'words'])
  })
})
