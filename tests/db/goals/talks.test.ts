import { describe, expect, test } from 'vitest'
import { addGoal } from '@/db/goals/add-goal'
import { closeReview } from '@/db/goals/close-review'
import { endGoal } from '@/db/goals/end-goal'
import { readGoal, readGoals } from '@/db/goals/reads'
import { recordRatings } from '@/db/goals/record-ratings'
import { talkAboutGoal } from '@/db/goals/talk-about-goal'
import { addDays, dayOf } from '@/lib/day'
import type { EndReason } from '@/lib/goals/goal'
import { decisionFieldOf, theirWordsFieldOf } from '@/lib/goals/review'
import { fieldOf } from '@/lib/goals/sheet'
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
  return { p, ours, amira, nadia, jo, sam }
}

const tasksOf = (personId: string) =>
  sql(
    'select kind, words, for_staff_id, about_id, due_on, done_at is not null as done from tasks where person_id = $1 order by made_at',
    [personId],
  )

const end = (worker: Worker, sam: Episode, goalId: string, because: EndReason) =>
  endGoal(worker.token, { personId: sam.personId, goalId, version: 1, because }, newId())

const talked = { on: today, decision: 'keep-going' } as const

describe('rule 10: a goal that ended unreached is talked about', () => {
  test('ending it without a talk makes a task to discuss it, and the grouping stays as it was agreed', async () => {
    const { p, amira, nadia, sam } = await stage()
    await sql(
      `insert into grouping_decisions (partnership_id, id, episode_id, person_id, grouping, decided_on, need_now, considered, took_part, young_persons_view, plan, everyones_part, review_on, by_staff_id)
       values ($1, $2, $3, $4, 'getting-advice', '2026-03-05', 'x', '["x"]', '[{"kind":"young-person","name":""}]', 'x', 'x', 'x', '2027-03-05', $5)`,
      [p.id, newId(), sam.id, sam.personId, amira.id],
    )
    const goalId = await p.goal(sam, amira, [2, 4])
    expect(await end(nadia, sam, goalId, 'stop-for-now')).toMatchObject({ ok: true, value: { talk: true } })
    expect(await tasksOf(sam.personId)).toEqual([
      {
        kind: 'discuss',
        words: 'Talk about ‘Sleep through the night’, which ended before it was reached',
        for_staff_id: amira.id,
        about_id: goalId,
        due_on: addDays(today, 7),
        done: false,
      },
    ])
    expect(
      await sql('select grouping, superseded_at from grouping_decisions where person_id = $1', [
        sam.personId,
      ]),
    ).toEqual([{ grouping: 'getting-advice', superseded_at: null }])
  })

  test.each([
    ['reached', [2, 4]],
    ['stop-for-now', [2, 10]],
  ] as const)('ending it as %s after %j asks for none', async (because, values) => {
    const { p, amira, sam } = await stage()
    const goalId = await p.goal(sam, amira, [...values])
    expect(await end(amira, sam, goalId, because)).toMatchObject({ value: { talk: false } })
    expect(await tasksOf(sam.personId)).toEqual([])
  })

  test('nor when it was talked about since it was last rated; a talk from before the last rating is not enough', async () => {
    const { p, amira, sam } = await stage()
    const [first, second] = [await p.goal(sam, amira, [2, 4]), await p.goal(sam, amira, [2, 4], 'Draw')]
    await talkAboutGoal(amira.token, { personId: sam.personId, goalId: first, ...talked }, newId())
    await talkAboutGoal(
      amira.token,
      { personId: sam.personId, goalId: second, ...talked, on: '2026-03-05' },
      newId(),
    )
    expect(await end(amira, sam, first, 'no-longer-fits')).toMatchObject({ value: { talk: false } })
    expect(await end(amira, sam, second, 'no-longer-fits')).toMatchObject({ value: { talk: true } })
  })

  test('the talk ticks the task off', async () => {
    const { p, amira, nadia, sam } = await stage()
    const goalId = await p.goal(sam, amira, [2, 4])
    await end(amira, sam, goalId, 'moved-away')
    expect(
      (await talkAboutGoal(nadia.token, { personId: sam.personId, goalId, ...talked }, newId())).ok,
    ).toBe(true)
    expect(await tasksOf(sam.personId)).toMatchObject([{ kind: 'discuss', done: true }])
  })
})

describe('rule 24', () => {
  test('a goal rated 10 stays active until they agree to end it', async () => {
    const { p, amira, sam } = await stage()
    const goalId = await p.goal(sam, amira, [6])
    await recordRatings(
      amira.token,
      { personId: sam.personId, rater: 'young-person', [fieldOf(goalId)]: '10' },
      newId(),
    )
    const page = await readGoals(amira.token, { personId: sam.personId })
    expect(page).toMatchObject({
      value: { open: [{ id: goalId, endedOn: null, talkDue: false }], ended: [] },
    })
    expect(await end(amira, sam, goalId, 'reached')).toMatchObject({ ok: true, value: { talk: false } })
  })
})

describe('a goal that does not move', () => {
  const rate = (worker: Worker, sam: Episode, goalId: string, value: string) =>
    recordRatings(
      worker.token,
      { personId: sam.personId, rater: 'young-person', [fieldOf(goalId)]: value },
      newId(),
    )

  test('opens the talk with the third rating that is not above the first, once', async () => {
    const { p, amira, sam } = await stage()
    const goalId = await p.goal(sam, amira, [3, 3])
    expect(await rate(amira, sam, goalId, '3')).toMatchObject({ value: { talkAbout: goalId } })
    expect(await readGoals(amira.token, { personId: sam.personId })).toMatchObject({
      value: { open: [{ talkDue: true }] },
    })
    await talkAboutGoal(amira.token, { personId: sam.personId, goalId, ...talked }, newId())
    expect(await rate(amira, sam, goalId, '3')).toMatchObject({ value: { talkAbout: null } })
    expect(await readGoals(amira.token, { personId: sam.personId })).toMatchObject({
      value: { open: [{ talkDue: false }] },
    })
  })

  test('does not open it when the rating is above the first', async () => {
    const { p, amira, sam } = await stage()
    const goalId = await p.goal(sam, amira, [3, 3])
    expect(await rate(amira, sam, goalId, '4')).toMatchObject({ value: { talkAbout: null } })
  })

  test('what was tried, what they think, their words and the decision are kept as they were written', async () => {
    const { p, amira, sam } = await stage()
    const goalId = await p.goal(sam, amira, [3, 3, 3])
    const said = {
      tried: ' walks\n',
      view: 'too tired',
      theirWords: 'its fine rly',
      decision: 'bring-someone-in',
    } as const
    await talkAboutGoal(amira.token, { personId: sam.personId, goalId, on: today, ...said }, newId())
    const page = await readGoal(amira.token, { personId: sam.personId, goalId })
    expect(page).toMatchObject({ value: { talks: [{ ...said, heldOn: today, by: 'Amira Hussain' }] } })
    expect(await tasksOf(sam.personId)).toMatchObject([
      { kind: 'bring-someone-in', for_staff_id: amira.id, about_id: goalId, done: false },
    ])
    const [audit] = await sql("select * from app.audit_log where act = 'talkAboutGoal' and person_id = $1", [
      sam.personId,
    ])
    expect(JSON.stringify(audit)).not.toContain('fine rly')
    await expect(
      sql("update talks set decision = 'keep-going' where goal_id = $1", [goalId]),
    ).rejects.toThrow(/append-only/)
  })

  test('a talk needs a decision and a day that has come; a neighbour is refused', async () => {
    const { p, amira, jo, sam } = await stage()
    const goalId = await p.goal(sam, amira, [3])
    const asked = { personId: sam.personId, goalId, on: today }
    expect(await talkAboutGoal(amira.token, { ...asked, decision: '' } as never, newId())).toMatchObject({
      failure: { fields: { decision: 'Choose what you decided together.' } },
    })
    const tomorrow = { ...asked, ...talked, on: addDays(today, 1) }
    expect(await talkAboutGoal(amira.token, tomorrow, newId())).toMatchObject({
      failure: { fields: { on: expect.any(String) } },
    })
    expect(await talkAboutGoal(jo.token, { ...asked, ...talked }, newId())).toMatchObject({
      failure: { kind: 'not-found' },
    })
  })
})

describe('a review', () => {
  const two = async () => {
    const made = await stage()
    const { p, amira, sam } = made
    const [sleep, draw] = [await p.goal(sam, amira, [3, 5]), await p.goal(sam, amira, [2], 'Draw most days')]
    const sent = (values: Record<string, string>) => ({ personId: sam.personId, heldOn: today, ...values })
    const both = {
      [decisionFieldOf(sleep)]: 'keep-going',
      [theirWordsFieldOf(sleep)]: '',
      [decisionFieldOf(draw)]: 'something-in-the-community',
      [theirWordsFieldOf(draw)]: ' maybe a class? ',
    }
    return { ...made, sleep, draw, sent, both }
  }

  test('closes with an entry for each goal, kept as talks of one review', async () => {
    const { amira, sam, draw, sent, both } = await two()
    const nextOn = addDays(today, 90)
    const closed = await closeReview(amira.token, sent({ ...both, nextOn }), newId())
    expect(closed).toMatchObject({ ok: true })
    if (!closed.ok) return
    expect(
      await sql('select goal_id, decision, their_words from talks where review_id = $1 order by decision', [
        closed.value.reviewId,
      ]),
    ).toMatchObject([{ decision: 'keep-going' }, { goal_id: draw, their_words: ' maybe a class? ' }])
    expect((await tasksOf(sam.personId)).map((task) => task.kind).sort()).toEqual([
      'review',
      'something-in-the-community',
    ])
  })

  test('does not close without an entry for each open goal, and says which is missing', async () => {
    const { amira, sam, draw, sent, both } = await two()
    const missing = { ...both, [decisionFieldOf(draw)]: '' }
    expect(await closeReview(amira.token, sent(missing), newId())).toMatchObject({
      failure: {
        kind: 'invalid',
        fields: { [decisionFieldOf(draw)]: 'Choose what you decided together about ‘Draw most days’' },
      },
    })
    expect(await sql('select id from reviews where person_id = $1', [sam.personId])).toEqual([])
  })

  test('a goal that was added while it was written is told, and nothing is kept', async () => {
    const { amira, nadia, sam, sent, both } = await two()
    const goal = { personId: sam.personId, words: 'Swim', whose: 'together', agreedOn: today } as const
    expect((await addGoal(nadia.token, goal, newId())).ok).toBe(true)
    expect(await closeReview(amira.token, sent(both), newId())).toMatchObject({
      failure: { kind: 'conflict', because: expect.stringContaining('‘Swim’ was added') },
    })
    expect(await sql('select id from talks where person_id = $1', [sam.personId])).toEqual([])
  })

  test('a goal that ended while it was written needs no entry; what was said about it is kept', async () => {
    const { amira, nadia, sam, draw, sent, both } = await two()
    await end(nadia, sam, draw, 'reached')
    expect(await closeReview(amira.token, sent(both), newId())).toMatchObject({ ok: true })
    expect(await sql('select id from talks where person_id = $1', [sam.personId])).toHaveLength(2)
  })

  test('the database refuses one that leaves a goal out, whoever writes it', async () => {
    const { p, amira, sam } = await two()
    await expect(
      sql(
        'insert into reviews (partnership_id, id, episode_id, person_id, held_on, by_staff_id) values ($1, $2, $3, $4, $5, $6)',
        [p.id, newId(), sam.id, sam.personId, today, amira.id],
      ),
    ).rejects.toThrow(/an entry for each open goal/)
  })

  test('there is nothing to review without a goal; a neighbour’s goal is not found', async () => {
    const { p, ours, amira, sent, both } = await two()
    const other = await p.episode(ours, { worker: amira })
    expect(
      await closeReview(amira.token, { personId: other.personId, heldOn: today }, newId()),
    ).toMatchObject({
      failure: { kind: 'refused', because: 'There is no open goal to look at.' },
    })
    const foreign = await p.goal(other, amira)
    expect(
      await closeReview(amira.token, sent({ ...both, [decisionFieldOf(foreign)]: 'keep-going' }), newId()),
    ).toMatchObject({ failure: { kind: 'not-found' } })
    expect(await closeReview(amira.token, sent({ ...both, more: 'x' }), newId())).toMatchObject({
      failure: { kind: 'invalid', fields: { more: 'This form has a field it does not know.' } },
    })
  })
})
