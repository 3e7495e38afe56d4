import { describe, expect, test } from 'vitest'
import {
  meanChange,
  movedUp,
  movement,
  nationalResult,
  reliableChange,
  stuck,
  thresholdOn,
} from '@/lib/goals/movement'
import type { Rater, Rating } from '@/lib/goals/rating'

/** Ratings a week apart from 4 March 2027; null is "not today". */
const rated = (values: (number | null)[], rater: Rater = 'young-person'): Rating[] =>
  values
    .map((value, i) => ({
      rater,
      on: `2027-03-${String(4 + 7 * i - (i > 3 ? 28 : 0)).padStart(2, '0')}`,
      value,
    }))
    .map((r, i) => (i > 3 ? { ...r, on: r.on.replace('2027-03', '2027-04') } : r))

const own = (values: (number | null)[]) => movement(rated(values), { threshold: 3 })['young-person']

describe('movement of one goal', () => {
  test.each([
    ['rule 13', 3, 6, 3, 'up', 'up'],
    ['rule 14', 4, 6, 2, 'no', 'no'],
    ['rule 15', 7, 4, -3, 'down', 'down'],
  ] as const)('%s: from %i to %i is %i; at 3 "%s", at 2.45 "%s"', (_, first, latest, change, at3, at245) => {
    expect(own([first, latest])?.change).toBe(change)
    expect(reliableChange(first, latest, 3)).toBe(at3)
    expect(reliableChange(first, latest, 2.45)).toBe(at245)
  })

  test('rule 19: one rating shows no movement, and "not today" is no second one', () => {
    expect(own([4])).toMatchObject({ change: null, reliable: null, words: 'One rating so far.' })
    expect(own([4, null])).toMatchObject({ change: null, ratings: 1 })
    expect(own([null])).toBeUndefined()
  })

  test('rule 22: a first rating by the young person and a last by a parent are not paired', () => {
    const both = movement([...rated([2]), ...rated([8], 'parent-or-carer')], { threshold: 3 })
    expect(both['young-person']?.change).toBeNull()
    expect(both['parent-or-carer']?.change).toBeNull()
    expect(both.clinician).toBeUndefined()
  })

  test('the rule that counts from first and latest is the rule the clinician saw', () => {
    for (let first = 0; first <= 10; first++)
      for (let latest = 0; latest <= 10; latest++)
        expect(movedUp(first, latest, 3)).toBe(own([first, latest])?.reliable === 'up')
  })

  test('days decide what is first and latest, not the order in which they were typed', () => {
    expect(movement(rated([2, 6]).reverse(), { threshold: 3 })['young-person']).toMatchObject({
      first: 2,
      latest: 6,
    })
  })

  test.each([
    [[2, 3, 4, 5, 6], 'Moved from 2 to 6 since 4 March, 5 ratings.'],
    [[3, 3, 3], 'No movement yet: 3, then 3, then 3.'],
    [[5, 3], 'Moved down from 5 to 3.'],
    [[3, 5, 3], 'Back at 3, where it began: 3, then 5, then 3.'],
  ])('%j reads "%s"', (values, words) => expect(own(values)?.words).toBe(words))

  test('another year is said', () => {
    const ratings: Rating[] = [
      { rater: 'young-person', on: '2026-12-01', value: 2 },
      { rater: 'young-person', on: '2027-01-05', value: 4 },
    ]
    expect(movement(ratings, { threshold: 3 })['young-person']?.words).toBe(
      'Moved from 2 to 4 since 1 December 2026, 2 ratings.',
    )
  })
})

describe('movement over goals', () => {
  test('rule 16: 2 to 5 and 3 to 5 is a mean of 2.5, which passes 2.45 and not 3', () => {
    const pairs = [
      { first: 2, latest: 5 },
      { first: 3, latest: 5 },
    ]
    expect(meanChange(pairs, 2.45)).toEqual({ mean: 2.5, paired: 2, unpaired: 0, reliable: 'up' })
    expect(meanChange(pairs, 3)).toEqual({ mean: 2.5, paired: 2, unpaired: 0, reliable: 'no' })
  })
  test('rule 17: one goal down makes it deterioration in the national count', () => {
    expect(
      nationalResult(
        [
          { first: 2, latest: 6 },
          { first: 5, latest: 6 },
          { first: 7, latest: 4 },
        ],
        3,
      ),
    ).toBe('deterioration')
  })
  test('rule 18: one up and none down is improvement', () => {
    expect(
      nationalResult(
        [
          { first: 2, latest: 6 },
          { first: 5, latest: 6 },
        ],
        3,
      ),
    ).toBe('improvement')
  })
  test('rule 19: a goal rated once is in neither half of the count', () => {
    expect(nationalResult([{ first: 2, latest: null }], 3)).toBe('not-paired')
    expect(
      meanChange(
        [
          { first: 2, latest: null },
          { first: 2, latest: 4 },
        ],
        3,
      ),
    ).toMatchObject({ mean: 2, paired: 1, unpaired: 1 })
  })
  test('the threshold of a day is the one last set by then', () => {
    const settings = [
      { from: '2020-01-01', points: 2.45, source: 'a' },
      { from: '2027-04-01', points: 3, source: 'b' },
    ]
    expect(thresholdOn('2027-03-31', settings).points).toBe(2.45)
    expect(thresholdOn('2027-04-01', settings).points).toBe(3)
    expect(thresholdOn('2027-03-04').points).toBe(3)
  })
})

describe('a goal is stuck', () => {
  test.each([
    [[3, 3], false],
    [[3, 3, 3], true],
    [[3, 2, 3], true],
    [[3, 4, 3], false],
    [[5, 5, 4, 5], true],
    [[5, 5, 6, 5], false],
    [[2, 5, 5, 4, 5], true],
    [[8, 3, 5, 7], true],
    [[10, 10, 10, 10], false],
    [[3, null, 3, null, 3], true],
  ])('%j: %s', (values, is) => expect(stuck(rated(values), 'young-person')).toBe(is))
  test('by one rater’s own numbers only', () => {
    expect(stuck([...rated([3, 3]), ...rated([3], 'clinician')], 'young-person')).toBe(false)
  })
})
