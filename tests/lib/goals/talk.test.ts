import { describe, expect, test } from 'vitest'
import { type EndReason, endedUnmet, endReasons } from '@/lib/goals/goal'
import type { Rating } from '@/lib/goals/rating'
import { entriesOf } from '@/lib/goals/review'
import { statusOfGoal } from '@/lib/goals/status'
import { talkDue, taskOfDecision } from '@/lib/goals/talk'

const rated = (values: (number | null)[]): Rating[] =>
  values.map((value, week) => ({ rater: 'young-person', on: `2027-03-${10 + week}`, value }))

describe('a goal that does not move is talked about while there is time', () => {
  test.each([
    ['two ratings', [3, 3], false],
    ['three without movement (design ruling 5)', [3, 3, 3], true],
    ['three going down', [5, 4, 3], true],
    ['the last one up', [3, 3, 4], false],
    ['three not above the one before them', [2, 6, 5, 6, 4], true],
    ['“not today” is no rating', [3, null, 3, null], false],
    ['there already', [10, 10, 10], false],
  ] as const)('%s', (_, values, due) => {
    expect(talkDue(rated([...values]), 'young-person', null)).toBe(due)
  })

  test('once it was talked about it is not asked again until three more ratings did not move it', () => {
    const talkedOn = '2027-03-12'
    expect(talkDue(rated([3, 3, 3]), 'young-person', talkedOn)).toBe(false)
    expect(talkDue(rated([3, 3, 3, 3]), 'young-person', talkedOn)).toBe(false)
    expect(talkDue(rated([3, 3, 3, 3, 3]), 'young-person', talkedOn)).toBe(false)
    expect(talkDue(rated([3, 3, 3, 3, 3, 3]), 'young-person', talkedOn)).toBe(true)
  })

  test('each rater for themselves: a parent’s ratings do not make the young person’s goal stuck', () => {
    const parents = rated([3, 3]).map((one) => ({ ...one, rater: 'parent-or-carer' as const }))
    expect(talkDue([...rated([2]), ...parents], 'young-person', null)).toBe(false)
  })
})

describe('rule 10: which endings are unmet', () => {
  const unmet = (latest: number | null) =>
    (Object.keys(endReasons) as EndReason[]).filter((because) => endedUnmet(because, latest))

  test('short of 10, every ending but “they have got there” and changed words', () => {
    expect(unmet(4)).toEqual(['stop-for-now', 'no-longer-fits', 'moved-away'])
    expect(unmet(null)).toEqual(['stop-for-now', 'no-longer-fits', 'moved-away'])
  })

  test('at 10, none', () => {
    expect(unmet(10)).toEqual([])
  })
})

describe('rule 24: a 10 is reached, and the goal stays active until they agree to end it', () => {
  test.each([
    [null, 10, 'active', 'achieved'],
    [null, 9, 'active', 'in-progress'],
    [null, null, 'active', 'in-progress'],
    ['reached', 10, 'completed', 'achieved'],
    ['reached', 7, 'completed', 'achieved'],
    ['stop-for-now', 4, 'cancelled', 'not-achieved'],
  ] as const)(
    'ended because %s, latest %s: %s, %s',
    (because, latest, lifecycleStatus, achievementStatus) => {
      expect(statusOfGoal(because, latest)).toEqual({ lifecycleStatus, achievementStatus })
    },
  )
})

test('a decision that needs somebody becomes a task; the others do not', () => {
  expect(taskOfDecision('bring-someone-in', 'Sleep')).toBe('Find who else can help with ‘Sleep’')
  expect(taskOfDecision('something-in-the-community', 'Sleep')).toContain('in the community')
  expect(taskOfDecision('keep-going', 'Sleep')).toBeUndefined()
})

describe('a review', () => {
  const goals = [
    { id: 'a', words: 'Sleep', endedOn: null },
    { id: 'b', words: 'Draw', endedOn: null },
    { id: 'c', words: 'Swim', endedOn: '2027-03-01' },
  ]
  const entry = { decision: 'keep-going', words: ' same ', tried: '' }

  test('asks for an entry for each open goal and names the one without', () => {
    expect(entriesOf(new Map([['a', entry]]), goals)).toEqual({
      ok: false,
      fields: { 'goal-b-decision': 'Choose what you decided together about ‘Draw’' },
    })
  })

  test('asks for none about a goal that ended meanwhile, and keeps what was written', () => {
    const both = new Map([
      ['a', entry],
      ['b', entry],
    ])
    expect(entriesOf(both, goals)).toMatchObject({ ok: true, entries: [{ goalId: 'a' }, { goalId: 'b' }] })
    expect(entriesOf(new Map([...both, ['c', entry]]), goals)).toMatchObject({
      entries: [{}, {}, { goalId: 'c', theirWords: ' same ' }],
    })
  })
})
