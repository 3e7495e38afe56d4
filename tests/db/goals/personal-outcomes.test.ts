import { describe, expect, test } from 'vitest'
import { addGoal } from '@/db/goals/add-goal'
import { addStep } from '@/db/goals/add-step'
import { endGoal } from '@/db/goals/end-goal'
import { finishStep } from '@/db/goals/finish-step'
import { rankGoals } from '@/db/goals/rank-goals'
import { readGoal, readGoals, readRatingSheet } from '@/db/goals/reads'
import { recordRatings } from '@/db/goals/record-ratings'
import { reopenStep } from '@/db/goals/reopen-step'
import { overview } from '@/db/people/overview'
import { addDays, dayOf } from '@/lib/day'
import { placeFieldOf } from '@/lib/goals/order'
import { outputQuestion } from '@/lib/goals/output-words'
import { fieldOf } from '@/lib/goals/sheet'
import { newId } from '@/lib/id'
import { Partnership, type Worker } from '../../build/partnership'
import { sql } from '../../build/sql'

const today = dayOf(new Date())

const stage = async () => {
  const p = await Partnership.make()
  const ours = await p.team()
  const amira = await p.worker('clinician', ours)
  const jo = await p.worker('facilitator', await p.team({ name: 'Mind', kind: 'community' }))
  const sam = await p.episode(ours, { worker: amira })
  const goal = { personId: sam.personId, words: 'Sleep', whose: 'young-person', agreedOn: today } as const
  return { p, ours, amira, jo, sam, goal }
}

const goalOf = async (worker: Worker, personId: string, goalId: string) => {
  const page = await readGoal(worker.token, { personId, goalId })
  if (!page.ok) throw new Error(page.failure.kind)
  return page.value.goal
}

describe('rule 35: words that name a service', () => {
  test('are asked about once, and kept exactly when that is what they want', async () => {
    const { amira, sam, goal } = await stage()
    const output = { ...goal, words: 'attend anger management' }
    expect(await addGoal(amira.token, output, newId())).toEqual({
      ok: false,
      failure: { kind: 'invalid', fields: { keepWords: outputQuestion } },
    })
    expect(await addGoal(amira.token, { ...output, keepWords: 'yes' }, newId())).toMatchObject({ ok: true })
    const outcome = { ...goal, words: 'feel calm enough to stay in class' }
    expect(await addGoal(amira.token, outcome, newId())).toMatchObject({ ok: true })
    expect(
      (await sql('select words from goals where person_id = $1 order by rank', [sam.personId])).map(
        (row) => row.words,
      ),
    ).toEqual(['attend anger management', 'feel calm enough to stay in class'])
  })
})

describe('a goal', () => {
  test('has a kind and themes beside its words, known by key', async () => {
    const { amira, sam, goal } = await stage()
    const made = await addGoal(
      amira.token,
      { ...goal, kind: 'quality-of-life', themes: ['sleep', 'worry'] },
      newId(),
    )
    if (!made.ok) throw new Error('not made')
    expect(await goalOf(amira, sam.personId, made.value.goalId)).toMatchObject({
      kind: 'quality-of-life',
      themes: ['sleep', 'worry'],
    })
    expect(await addGoal(amira.token, { ...goal, themes: ['severity'] } as never, newId())).toMatchObject({
      failure: { fields: { themes: 'Choose themes from the list.' } },
    })
  })

  test('that changed into another keeps its themes there, and both point to each other', async () => {
    const { amira, sam, goal } = await stage()
    const made = await addGoal(amira.token, { ...goal, themes: ['sleep'], kind: 'change' }, newId())
    if (!made.ok) throw new Error('not made')
    const { goalId } = made.value
    const changed = await endGoal(
      amira.token,
      {
        personId: sam.personId,
        goalId,
        version: 1,
        because: 'words-changed',
        newWords: 'Sleep in my own bed',
      },
      newId(),
    )
    expect(changed).toMatchObject({ value: { talk: false } })
    if (!changed.ok) return
    expect(await goalOf(amira, sam.personId, changed.value.newGoalId!)).toMatchObject({
      words: 'Sleep in my own bed',
      themes: ['sleep'],
      ratings: [],
      replaces: goalId,
    })
    expect(await goalOf(amira, sam.personId, goalId)).toMatchObject({
      words: 'Sleep',
      endedBecause: 'words-changed',
      replacedBy: changed.value.newGoalId,
    })
  })
})

describe('small steps', () => {
  test('the first one comes with the goal; others say who and by when; they stand on the cards', async () => {
    const { amira, sam, goal } = await stage()
    const made = await addGoal(amira.token, { ...goal, firstStep: ' phone off at 10 ' }, newId())
    if (!made.ok) throw new Error('not made')
    const { goalId } = made.value
    const step = {
      personId: sam.personId,
      goalId,
      words: 'Walk w mum',
      who: 'Sam & mum',
      byDay: addDays(today, 3),
    }
    expect((await addStep(amira.token, step, newId())).ok).toBe(true)
    const page = await overview(amira.token, { personId: sam.personId })
    expect(page).toMatchObject({
      value: {
        goals: [
          {
            steps: [
              { words: 'Walk w mum', who: 'Sam & mum', byDay: addDays(today, 3), doneOn: null },
              { words: ' phone off at 10 ', who: '', byDay: null },
            ],
          },
        ],
      },
    })
  })

  test('are ticked and opened again; a stale page is told, and ticking twice at once is done once', async () => {
    const { p, amira, jo, sam } = await stage()
    const goalId = await p.goal(sam, amira)
    const added = await addStep(
      amira.token,
      { personId: sam.personId, goalId, words: 'Draw one thing' },
      newId(),
    )
    if (!added.ok) throw new Error('not added')
    const asked = { personId: sam.personId, stepId: added.value.stepId, version: 1 }
    expect(await finishStep(jo.token, asked, newId())).toMatchObject({ failure: { kind: 'not-found' } })
    const both = await Promise.all([1, 2].map(() => finishStep(amira.token, asked, newId())))
    expect(both.map((one) => one.ok).sort()).toEqual([false, true])
    expect(both.find((one) => !one.ok)).toMatchObject({
      failure: { kind: 'conflict', theirs: { version: '2' } },
    })
    expect((await goalOf(amira, sam.personId, goalId)).steps).toMatchObject([{ doneOn: today, version: 2 }])
    expect(await reopenStep(amira.token, { ...asked, version: 2 }, newId())).toMatchObject({ ok: true })
    expect((await goalOf(amira, sam.personId, goalId)).steps).toMatchObject([{ doneOn: null, version: 3 }])
  })

  test('need words and a day still to come, and an open goal', async () => {
    const { p, amira, sam } = await stage()
    const goalId = await p.goal(sam, amira)
    const add = (more: Record<string, string>) =>
      addStep(amira.token, { personId: sam.personId, goalId, words: 'Draw', ...more }, newId())
    expect(await add({ words: ' ' })).toMatchObject({ failure: { fields: { words: 'Write the step.' } } })
    expect(await add({ byDay: addDays(today, -1) })).toMatchObject({
      failure: { fields: { byDay: expect.any(String) } },
    })
    await endGoal(amira.token, { personId: sam.personId, goalId, version: 1, because: 'reached' }, newId())
    expect(await add({})).toMatchObject({ failure: { kind: 'refused' } })
  })
})

describe('the order of goals', () => {
  test('is theirs to choose; a page that is stale overwrites nothing', async () => {
    const { amira, jo, sam, goal } = await stage()
    for (const words of ['one', 'two', 'three']) await addGoal(amira.token, { ...goal, words }, newId())
    const idsNow = async () => {
      const page = await readGoals(amira.token, { personId: sam.personId })
      if (!page.ok) throw new Error('out of reach')
      return page.value.open.map((one) => one.id)
    }
    const before = await idsNow()
    const sent = {
      personId: sam.personId,
      before: before.join(' '),
      ...Object.fromEntries(before.map((id, index) => [placeFieldOf(id), String(3 - index)])),
    }
    expect(await rankGoals(jo.token, sent, newId())).toMatchObject({ failure: { kind: 'not-found' } })
    expect(await rankGoals(amira.token, sent, newId())).toMatchObject({ ok: true })
    expect(await idsNow()).toEqual(before.toReversed())
    expect(await rankGoals(amira.token, sent, newId())).toMatchObject({ failure: { kind: 'conflict' } })
    expect(await idsNow()).toEqual(before.toReversed())
  })
})

describe('when the last rating is shown', () => {
  const sheetWith = async (rule: string) => {
    const made = await stage()
    const { p, amira, sam } = made
    const goalId = await p.goal(sam, amira, [2, 4])
    await sql('update partnerships set show_last_rating = $2 where id = $1', [p.id, rule])
    const page = await readRatingSheet(amira.token, { personId: sam.personId })
    if (!page.ok) throw new Error('out of reach')
    const kept = await recordRatings(
      amira.token,
      { personId: sam.personId, rater: 'young-person', [fieldOf(goalId)]: '5' },
      newId(),
    )
    return { page: page.value, kept }
  }

  test.each(['after', 'never'])('with “%s” the rating page is sent no earlier rating', async (rule) => {
    const { page, kept } = await sheetWith(rule)
    expect(JSON.stringify(page.goals)).not.toContain('points')
    expect(kept).toMatchObject({ ok: true, value: { rule } })
  })

  test('with “always” each person’s line is on it', async () => {
    const { page } = await sheetWith('always')
    expect(page.goals).toMatchObject([{ lines: [{ name: 'Sam', points: [{ value: 2 }, { value: 4 }] }] }])
  })
})
