import { describe, expect, test } from 'vitest'
import { endGoal } from '@/db/goals/end-goal'
import { readGoals } from '@/db/goals/reads'
import { recordRatings } from '@/db/goals/record-ratings'
import { dayOf } from '@/lib/day'
import { fieldOf, reasonFieldOf, wordsFieldOf } from '@/lib/goals/sheet'
import { newId } from '@/lib/id'
import { Partnership, type Worker } from '../../build/partnership'
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
  const sleep = await p.goal(sam, amira, [], 'Sleep through the night')
  const town = await p.goal(sam, amira, [], 'Go into town with my mates')
  const sheet = (values: Record<string, string>, rater = 'young-person') => ({
    personId: sam.personId,
    rater,
    // What the page always sends: the line under the tiles, empty or not.
    [wordsFieldOf(sleep)]: '',
    [wordsFieldOf(town)]: '',
    ...values,
  })
  return { p, ours, theirs, amira, nadia, jo, sam, sleep, town, sheet }
}

const rows = (personId: string) =>
  sql('select * from ratings where person_id = $1 order by made_at, id', [personId])

const linesOf = async (worker: Worker, personId: string, goalId: string) => {
  const result = await readGoals(worker.token, { personId })
  if (!result.ok) throw new Error(result.failure.kind)
  return result.value.open.find((goal) => goal.id === goalId)!.lines
}

describe('rating goals', () => {
  test('one row for each goal answered, a number or “not today” with its reason, words kept exactly', async () => {
    const { amira, sam, sleep, town, sheet } = await stage()
    const sent = sheet({
      [fieldOf(sleep)]: '0',
      [wordsFieldOf(sleep)]: ' slept till 6 😴 ',
      [fieldOf(town)]: 'not-today',
      [reasonFieldOf(town)]: 'too-hard-today',
    })
    expect(await recordRatings(amira.token, sent, newId())).toMatchObject({ ok: true, value: { ratings: 2 } })
    expect(await rows(sam.personId)).toMatchObject([
      {
        goal_id: sleep,
        value: 0,
        not_today: null,
        words: ' slept till 6 😴 ',
        rater: 'young-person',
        rated_on: today,
      },
      { goal_id: town, value: null, not_today: 'too-hard-today' },
    ])
  })

  test('a goal left untouched is named, and nothing is kept of the others either', async () => {
    const { amira, sam, sleep, town, sheet } = await stage()
    expect(await recordRatings(amira.token, sheet({ [fieldOf(sleep)]: '4' }), newId())).toMatchObject({
      failure: {
        fields: { [fieldOf(town)]: 'Choose a number or ‘Not today’ for ‘Go into town with my mates’' },
      },
    })
    expect(await rows(sam.personId)).toEqual([])
  })

  test.each(['11', '-1', '4.5', '', 'ten', '٣', '1e1', '0x1'])(
    'rule 20: a rating of %j is refused with a sentence',
    async (value) => {
      const { amira, sam, sleep, town, sheet } = await stage()
      const sent = sheet({ [fieldOf(sleep)]: value, [fieldOf(town)]: '5' })
      const answer = await recordRatings(amira.token, sent, newId())
      expect(answer).toMatchObject({ failure: { kind: 'invalid' } })
      if (answer.ok || answer.failure.kind !== 'invalid') return
      expect(Object.keys(answer.failure.fields)).toEqual([fieldOf(sleep)])
      expect(answer.failure.fields[fieldOf(sleep)]).toContain('‘Sleep through the night’')
      expect(await rows(sam.personId)).toEqual([])
    },
  )

  test('rule 20: the database refuses them too', async () => {
    const { amira, sam, sleep } = await stage()
    for (const value of [11, -1])
      await expect(
        sql(
          `insert into ratings (partnership_id, id, goal_id, episode_id, person_id, rater, rated_on, value, by_staff_id) values ($1, $2, $3, $4, $5, 'clinician', now(), $6, $7)`,
          [amira.partnershipId, newId(), sleep, sam.id, sam.personId, value, amira.id],
        ),
      ).rejects.toThrow(/rating_0_to_10/)
  })

  test('“not today” without a reason, nobody rating and a gap are all said at once', async () => {
    const { amira, sleep, town, sheet } = await stage()
    const answer = await recordRatings(amira.token, sheet({ [fieldOf(sleep)]: 'not-today' }, ''), newId())
    expect(answer).toMatchObject({
      failure: {
        fields: {
          rater: 'Say who is rating.',
          [reasonFieldOf(sleep)]: 'Choose why not today for ‘Sleep through the night’',
          [fieldOf(town)]: expect.any(String),
        },
      },
    })
  })

  test('an answer given up for a number leaves no reason behind', async () => {
    const { amira, sam, sleep, town, sheet } = await stage()
    const sent = sheet({ [fieldOf(sleep)]: '3', [reasonFieldOf(sleep)]: 'no-time', [fieldOf(town)]: '3' })
    expect((await recordRatings(amira.token, sent, newId())).ok).toBe(true)
    expect((await rows(sam.personId))[0]).toMatchObject({ value: 3, not_today: null })
  })

  test('a closed goal cannot be rated; it is named, and “not today” for it saves the others', async () => {
    const { amira, sam, sleep, town, sheet } = await stage()
    const end = { personId: sam.personId, goalId: town, version: 1, because: 'stop-for-now' } as const
    await endGoal(amira.token, end, newId())
    const sent = sheet({ [fieldOf(sleep)]: '4', [fieldOf(town)]: '5' })
    expect(await recordRatings(amira.token, sent, newId())).toMatchObject({
      failure: { fields: { [fieldOf(town)]: expect.stringContaining('cannot be rated') } },
    })
    expect(await rows(sam.personId)).toEqual([])
    const others = sheet({ [fieldOf(sleep)]: '4', [fieldOf(town)]: 'not-today' })
    expect((await recordRatings(amira.token, others, newId())).ok).toBe(true)
    expect(await rows(sam.personId)).toMatchObject([{ goal_id: sleep, value: 4 }])
  })

  test('a neighbour, another person’s goal and a field we do not know are refused', async () => {
    const { p, ours, amira, jo, sam, sleep, town, sheet } = await stage()
    const sent = sheet({ [fieldOf(sleep)]: '4', [fieldOf(town)]: '5' })
    expect(await recordRatings(jo.token, sent, newId())).toEqual({
      ok: false,
      failure: { kind: 'not-found' },
    })
    const other = await p.episode(ours, { worker: amira })
    const theirs = await p.goal(other, amira)
    expect(await recordRatings(amira.token, { ...sent, [fieldOf(theirs)]: '5' }, newId())).toEqual({
      ok: false,
      failure: { kind: 'not-found' },
    })
    expect(await recordRatings(amira.token, { ...sent, ratedOn: '2020-01-01' }, newId())).toMatchObject({
      failure: { fields: { ratedOn: 'This form has a field it does not know.' } },
    })
    expect(await rows(sam.personId)).toEqual([])
  })

  test('the same form sent three times is one set of ratings', async () => {
    const { amira, sam, sleep, town, sheet } = await stage()
    const [sent, key] = [sheet({ [fieldOf(sleep)]: '4', [fieldOf(town)]: '5' }), newId()]
    const answers = await Promise.all([1, 2, 3].map(() => recordRatings(amira.token, sent, key)))
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(await rows(sam.personId)).toHaveLength(2)
  })

  test('two clinicians who rate at once are both kept, and stay two raters', async () => {
    const { amira, nadia, sam, sleep, town, sheet } = await stage()
    const both = await Promise.all([
      recordRatings(
        amira.token,
        sheet({ [fieldOf(sleep)]: '4', [fieldOf(town)]: '5' }, 'clinician'),
        newId(),
      ),
      recordRatings(
        nadia.token,
        sheet({ [fieldOf(sleep)]: '8', [fieldOf(town)]: '5' }, 'clinician'),
        newId(),
      ),
    ])
    expect(both.map((one) => one.ok)).toEqual([true, true])
    expect(await rows(sam.personId)).toHaveLength(4)
    const lines = await linesOf(amira, sam.personId, sleep)
    expect(lines.map((line) => [line.name, line.movement?.words]).sort()).toEqual([
      ['Amira Hussain', 'One rating so far.'],
      ['Nadia Khan', 'One rating so far.'],
    ])
  })

  test('rule 22: a first rating by the young person and a last by a parent are not a movement', async () => {
    const { amira, sam, sleep, town, sheet } = await stage()
    await recordRatings(amira.token, sheet({ [fieldOf(sleep)]: '2', [fieldOf(town)]: '5' }), newId())
    const parent = sheet({ [fieldOf(sleep)]: '9', [fieldOf(town)]: '5' }, 'parent-or-carer=Kerry')
    await recordRatings(amira.token, parent, newId())
    const lines = await linesOf(amira, sam.personId, sleep)
    expect(lines).toMatchObject([
      { rater: 'young-person', name: 'Sam', movement: { ratings: 1, change: null, reliable: null } },
      { rater: 'parent-or-carer', name: 'Kerry', movement: { ratings: 1, change: null, reliable: null } },
    ])
  })

  test('rule 22: two parents are two raters', async () => {
    const { amira, sam, sleep, town, sheet } = await stage()
    for (const [who, value] of [
      ['Kerry', '2'],
      ['Dan', '7'],
    ] as const)
      await recordRatings(
        amira.token,
        sheet({ [fieldOf(sleep)]: value, [fieldOf(town)]: value }, `parent-or-carer=${who}`),
        newId(),
      )
    const lines = await linesOf(amira, sam.personId, sleep)
    expect(lines.map((line) => [line.name, line.movement?.change])).toEqual([
      ['Kerry', null],
      ['Dan', null],
    ])
  })

  test('a facilitator writes down what the young person says, and rates nobody as a clinician', async () => {
    const { p, theirs, jo } = await stage()
    const episode = await p.episode(theirs, { worker: jo })
    const goalId = await p.goal(episode, jo)
    const sent = { personId: episode.personId, [fieldOf(goalId)]: '5' }
    expect(await recordRatings(jo.token, { ...sent, rater: 'clinician' }, newId())).toMatchObject({
      failure: { fields: { rater: expect.any(String) } },
    })
    expect((await recordRatings(jo.token, { ...sent, rater: 'young-person' }, newId())).ok).toBe(true)
  })

  test('a rating is never changed or removed, not even by the database’s owner', async () => {
    const { amira, sam, sleep, town, sheet } = await stage()
    await recordRatings(amira.token, sheet({ [fieldOf(sleep)]: '4', [fieldOf(town)]: '5' }), newId())
    for (const change of [
      'update ratings set value = 9 where person_id = $1',
      'delete from ratings where person_id = $1',
    ])
      await expect(sql(change, [sam.personId])).rejects.toThrow(/append-only/)
  })

  test('the audit counts the ratings and carries no number and no words', async () => {
    const { amira, sam, sleep, town, sheet } = await stage()
    const sent = sheet({
      [fieldOf(sleep)]: '7',
      [fieldOf(town)]: '7',
      [wordsFieldOf(town)]: 'went to the bus stop',
    })
    await recordRatings(amira.token, sent, newId())
    const [audit] = await sql("select * from app.audit_log where act = 'recordRatings' and person_id = $1", [
      sam.personId,
    ])
    expect(audit!.detail).toEqual({ ratings: 2 })
    expect(JSON.stringify(audit)).not.toContain('bus stop')
  })
})
