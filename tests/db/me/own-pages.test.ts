import { describe, expect, test } from 'vitest'
import { undoRatings } from '@/db/goals/undo-ratings'
import { addMyGoal } from '@/db/me/add-my-goal'
import { addMyStep } from '@/db/me/add-my-step'
import { changeMyGoal } from '@/db/me/change-my-goal'
import { changeMyReminders } from '@/db/me/change-my-reminders'
import { endMyGoal } from '@/db/me/end-my-goal'
import { rateMyGoals } from '@/db/me/rate-my-goals'
import { myGoal, myGoals, myHome, myRating } from '@/db/me/reads'
import { myReminders } from '@/db/me/reminders'
import { starMyGoal } from '@/db/me/star-my-goal'
import { tickMyStep } from '@/db/me/tick-my-step'
import { undoMyRatings } from '@/db/me/undo-my-ratings'
import { dayOf } from '@/lib/day'
import { fieldOf, wordsFieldOf } from '@/lib/goals/sheet'
import { newId } from '@/lib/id'
import { Partnership } from '../../build/partnership'
import { sql } from '../../build/sql'

const today = dayOf(new Date())

const stage = async () => {
  const p = await Partnership.make()
  const ours = await p.team()
  const amira = await p.worker('clinician', ours)
  const episode = await p.episode(ours, { worker: amira })
  const sleep = await p.goal(episode, amira, [2, 6])
  const sam = await p.ownAccount(episode.personId)
  const neighbour = await p.episode(ours, { worker: amira, personId: await p.person({ givenName: 'Nia' }) })
  const theirs = await p.goal(neighbour, amira, [1], 'A goal of Nia')
  const nia = await p.ownAccount(neighbour.personId, { name: 'Nia' })
  return { p, ours, amira, episode, sleep, sam, neighbour, theirs, nia }
}

const value = <T>(result: { ok: true; value: T } | { ok: false; failure: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}

describe('Home', () => {
  test('says the next meeting, goals in their words, who is beside them, and one thing to do', async () => {
    const { sam, p, episode, amira } = await stage()
    await sql(
      `insert into meetings (partnership_id, id, episode_id, person_id, with_staff_id, starts_at, place, contact_words, by_staff_id)
       values ($1, $2, $3, $4, $5, now() + interval '2 hours', 'The library', 'Text Sam that morning.', $5)`,
      [p.id, newId(), episode.id, episode.personId, amira.id],
    )
    const home = value(await myHome(sam.token, undefined))
    expect(home).toMatchObject({
      knownAs: 'Sam',
      meeting: { place: 'The library', with: 'Amira Hussain' },
      goals: [{ words: 'Sleep through the night', sentence: 'Moved from 2 to 6 since 4 March, 2 ratings.' }],
      people: [{ name: 'Amira Hussain', role: 'clinician' }],
      thing: { href: '/me/rating' },
    })
    // A worker’s words for a worker: how to reach them is said about them, not to them.
    expect(JSON.stringify(home)).not.toContain('Text Sam')
  })

  test('a cancelled meeting is not there, and nobody else’s is', async () => {
    const { sam, p, neighbour, amira, episode } = await stage()
    for (const [id, person, cancelled] of [
      [neighbour.id, neighbour.personId, null],
      [episode.id, episode.personId, new Date()],
    ] as const)
      await sql(
        `insert into meetings (partnership_id, id, episode_id, person_id, with_staff_id, starts_at, cancelled_at, by_staff_id)
         values ($1, $2, $3, $4, $5, now() + interval '1 hour', $6, $5)`,
        [p.id, newId(), id, person, amira.id, cancelled],
      )
    expect(value(await myHome(sam.token, undefined)).meeting).toBeNull()
  })

  test('workers and parents have no Home of a young person', async () => {
    const { amira, p, episode } = await stage()
    expect(await myHome(amira.token, undefined)).toMatchObject({ ok: false, failure: { kind: 'refused' } })
    const relationshipId = newId()
    await sql(
      "insert into relationships (partnership_id, id, person_id, name, relation) values ($1, $2, $3, 'Kerry', 'mother')",
      [p.id, relationshipId, episode.personId],
    )
    const kerry = await p.ownAccount(episode.personId, { name: 'Kerry', relationshipId })
    expect(await myHome(kerry.token, undefined)).toMatchObject({ ok: false, failure: { kind: 'refused' } })
  })
})

describe('saying how close they feel', () => {
  test('is kept as their own rating, by nobody else', async () => {
    const { sam, sleep } = await stage()
    const sent = { [fieldOf(sleep)]: '7', [wordsFieldOf(sleep)]: 'slept till 6' }
    expect(await rateMyGoals(sam.token, sent, newId())).toMatchObject({ ok: true, value: { ratings: 1 } })
    const [kept] = await sql('select * from ratings where goal_id = $1 order by made_at desc limit 1', [
      sleep,
    ])
    expect(kept).toMatchObject({
      rater: 'young-person',
      value: 7,
      words: 'slept till 6',
      rated_on: today,
      by_staff_id: sam.id,
    })
  })

  test('a form cannot say who rates, nor whose goals: both are refused', async () => {
    const { sam, sleep, nia, neighbour } = await stage()
    const sent = { [fieldOf(sleep)]: '7' }
    for (const more of [{ rater: 'clinician' }, { personId: neighbour.personId }])
      expect(await rateMyGoals(sam.token, { ...sent, ...more }, newId())).toMatchObject({
        ok: false,
        failure: { kind: 'invalid' },
      })
    expect(await rateMyGoals(nia.token, sent, newId())).toMatchObject({
      ok: false,
      failure: { kind: 'not-found' },
    })
  })

  test('for ten minutes they take back what they said, and nobody else does', async () => {
    const { sam, sleep, amira, episode } = await stage()
    const { sheetId } = value(await rateMyGoals(sam.token, { [fieldOf(sleep)]: '1' }, newId()))
    expect(value(await myGoals(sam.token, undefined)).undo).toMatchObject({ sheetId })
    expect(await undoRatings(amira.token, { personId: episode.personId, sheetId }, newId())).toMatchObject({
      ok: false,
      failure: { kind: 'refused' },
    })
    expect(await undoMyRatings(sam.token, { sheetId }, newId())).toMatchObject({ ok: true })
    const [goal] = value(await myGoals(sam.token, undefined)).open
    expect(goal?.ratings.map((rating) => rating.value)).toEqual([2, 6])
  })

  test('earlier answers are not sent before this one is given', async () => {
    const { sam } = await stage()
    expect(JSON.stringify(value(await myRating(sam.token, undefined)).goals)).not.toMatch(
      /rating|value|sentence/,
    )
  })
})

describe('reminders', () => {
  test('they turn them off at once, and on where there is an address', async () => {
    const { sam, episode } = await stage()
    const want = (reminders: 'yes' | 'no', version: number) =>
      changeMyReminders(sam.token, { reminders, version }, newId())
    expect(await want('yes', 0)).toMatchObject({ ok: false, failure: { kind: 'invalid' } })
    await sql("update people set email = 'sam@example.test' where id = $1", [episode.personId])
    expect(await want('yes', 0)).toMatchObject({ ok: true })
    expect(value(await myReminders(sam.token, undefined))).toMatchObject({ reminders: true, version: 1 })
    expect(await want('no', 1)).toMatchObject({ ok: true })
    expect(value(await myReminders(sam.token, undefined))).toMatchObject({ reminders: false })
  })
})

describe('their goals', () => {
  test('they add one in their own words; it is theirs, and a worker sees it', async () => {
    const { sam, amira } = await stage()
    const { goalId } = value(
      await addMyGoal(sam.token, { words: ' draw agen ', firstStep: 'Find my pens' }, newId()),
    )
    const [kept] = await sql('select * from goals where id = $1', [goalId])
    expect(kept).toMatchObject({
      words: ' draw agen ',
      whose: 'young-person',
      by_staff_id: sam.id,
      agreed_on: today,
    })
    expect(await sql('select words from goal_steps where goal_id = $1', [goalId])).toEqual([
      { words: 'Find my pens' },
    ])
    const { readGoal } = await import('@/db/goals/reads')
    const seen = await readGoal(amira.token, { personId: kept!.person_id as string, goalId })
    expect(seen).toMatchObject({ ok: true })
  })

  test('a fourth goal asks for its reason', async () => {
    const { sam } = await stage()
    for (const words of ['One', 'Two']) await addMyGoal(sam.token, { words }, newId())
    expect(await addMyGoal(sam.token, { words: 'Four' }, newId())).toMatchObject({
      ok: false,
      failure: { kind: 'invalid', fields: { fourthBecause: expect.any(String) } },
    })
    expect(
      await addMyGoal(sam.token, { words: 'Four', fourthBecause: 'It is for my sister' }, newId()),
    ).toMatchObject({ ok: true })
  })

  test('new words make a new goal; the old one stays to read with its answers', async () => {
    const { sam, sleep } = await stage()
    const { newGoalId } = value(
      await changeMyGoal(sam.token, { goalId: sleep, version: 1, words: 'Fall asleep on my own' }, newId()),
    )
    const { open, ended } = value(await myGoals(sam.token, undefined))
    expect(open.map((goal) => [goal.id, goal.ratings.length])).toEqual([[newGoalId, 0]])
    expect(ended.map((goal) => [goal.id, goal.ratings.length])).toEqual([[sleep, 2]])
  })

  test('they end and star one; what ended cannot be starred or rated', async () => {
    const { sam, sleep } = await stage()
    await starMyGoal(sam.token, { goalId: sleep, starred: 'yes' }, newId())
    expect(value(await myGoal(sam.token, { goalId: sleep })).goal.starred).toBe(true)
    expect(
      await endMyGoal(sam.token, { goalId: sleep, version: 1, because: 'stop-for-now', words: '' }, newId()),
    ).toMatchObject({ ok: true })
    expect(await starMyGoal(sam.token, { goalId: sleep, starred: 'no' }, newId())).toMatchObject({
      ok: false,
      failure: { kind: 'refused' },
    })
  })

  test('a small step is added and ticked, by whoever did it; the tick comes off again', async () => {
    const { sam, sleep, nia } = await stage()
    await addMyStep(sam.token, { goalId: sleep, words: 'Phone downstairs at ten' }, newId())
    const [step] = value(await myGoal(sam.token, { goalId: sleep })).goal.steps
    const tick = (version: number, done: 'yes' | 'no', token = sam.token) =>
      tickMyStep(token, { stepId: step!.id, version, done }, newId())
    expect(await tick(1, 'yes')).toMatchObject({ ok: true })
    expect(value(await myGoal(sam.token, { goalId: sleep })).goal.steps).toMatchObject([
      { doneOn: today, version: 2 },
    ])
    expect(await tick(1, 'no')).toMatchObject({ ok: false, failure: { kind: 'conflict' } })
    expect(await tick(2, 'no')).toMatchObject({ ok: true })
    expect(await tick(3, 'yes', nia.token)).toMatchObject({ ok: false, failure: { kind: 'not-found' } })
  })

  test('a form opened before somebody else changed the goal is a conflict, and keeps what was typed', async () => {
    const { sam, sleep } = await stage()
    await sql('update goals set version = version + 1 where id = $1', [sleep])
    expect(
      await endMyGoal(sam.token, { goalId: sleep, version: 1, because: 'reached', words: 'yes' }, newId()),
    ).toMatchObject({ ok: false, failure: { kind: 'conflict', theirs: { version: '2' } } })
  })

  test('another young person’s goal is not found, whatever is tried with it', async () => {
    const { sam, theirs } = await stage()
    const notFound = { ok: false, failure: { kind: 'not-found' } }
    expect(await myGoal(sam.token, { goalId: theirs })).toMatchObject(notFound)
    expect(await starMyGoal(sam.token, { goalId: theirs, starred: 'yes' }, newId())).toMatchObject(notFound)
    expect(
      await changeMyGoal(sam.token, { goalId: theirs, version: 1, words: 'Mine' }, newId()),
    ).toMatchObject(notFound)
    expect(
      await endMyGoal(sam.token, { goalId: theirs, version: 1, because: 'reached', words: '' }, newId()),
    ).toMatchObject(notFound)
    expect(await rateMyGoals(sam.token, { [fieldOf(theirs)]: '3' }, newId())).toMatchObject(notFound)
  })

  test('after their time here ended they read everything and change nothing', async () => {
    const { sam, episode, sleep } = await stage()
    await sql(
      "update episodes set status = 'ended', named_worker_id = null, ended_on = $2, ended_how = 'planned' where id = $1",
      [episode.id, today],
    )
    expect(value(await myGoals(sam.token, undefined)).open).toHaveLength(1)
    expect(value(await myHome(sam.token, undefined))).toMatchObject({ status: 'ended', thing: null })
    for (const attempt of [
      rateMyGoals(sam.token, { [fieldOf(sleep)]: '7' }, newId()),
      addMyGoal(sam.token, { words: 'Another' }, newId()),
      endMyGoal(sam.token, { goalId: sleep, version: 1, because: 'reached', words: '' }, newId()),
    ])
      expect(await attempt).toMatchObject({ ok: false, failure: { kind: 'refused' } })
  })
})
