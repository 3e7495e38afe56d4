import { describe, expect, test } from 'vitest'
import type { ScoreGiven } from '@/lib/measures/change'
import { normsOf } from '@/lib/measures/norms'
import { type GoalRated, referralResult } from '@/lib/measures/referral-result'

const referral = {
  receivedOn: '2026-04-20',
  rejected: false,
  closed: '2026-09-01',
  first: '2026-05-01',
  second: '2026-05-08',
  born: '2011-09-01',
  sex: 'male',
}
const none = normsOf([])
const today = '2026-10-01'

const rated = (
  id: string,
  rank: number,
  ...values: [rater: string, on: string, value: number][]
): GoalRated => ({
  id,
  words: `Goal ${id}`,
  rank,
  ratings: values.map(([name, on, value]) => ({
    rater: name === 'Sam' ? 'young-person' : 'parent-or-carer',
    raterKey: name === 'Sam' ? '' : name,
    name,
    on,
    value,
  })),
})
const given = (measure: string, scale: string, on: string, score: number): ScoreGiven => ({
  id: `${on}${score}`,
  sittingId: on,
  measure,
  scale,
  rater: 'young-person',
  raterKey: '',
  name: 'Sam',
  on,
  score,
})

describe('the national rule for one referral', () => {
  test('goals are assessments, each person’s ratings apart; any goal down is a deterioration', () => {
    const goals = [
      rated('a', 1, ['Sam', '2026-05-01', 2], ['Sam', '2026-07-01', 6], ['Kerry', '2026-05-01', 2]),
      rated('b', 2, ['Sam', '2026-05-01', 7], ['Sam', '2026-07-01', 4], ['Kerry', '2026-07-01', 9]),
    ]
    const { results, base } = referralResult([], goals, referral, none, today)
    expect(base).toBe(
      'The national figures count this referral: aged 14 at the referral, closed, with two contacts or more.',
    )
    expect(results).toEqual([
      { who: 'Goals, rated by Sam', words: 'Deterioration, from 2 of 2 with two scores in time.' },
      { who: 'Goals, rated by Kerry (parent or carer)', words: '2 assessed, none of them twice in time.' },
    ])
  })

  test('rule 21: only the first three goals as ranked are looked at', () => {
    const goals = [4, 2, 1, 3].map((rank) =>
      rated(String(rank), rank, ['Sam', '2026-05-01', 5], ['Sam', '2026-07-01', rank === 4 ? 0 : 9]),
    )
    expect(referralResult([], goals, referral, none, today).results).toEqual([
      { who: 'Goals, rated by Sam', words: 'Improvement, from 3 of 3 with two scores in time.' },
    ])
  })

  test('T scores are those of the age at the referral, also when a birthday came since', () => {
    const scores = [
      given('rcads-self', 'depression', '2026-05-01', 14),
      given('rcads-self', 'depression', '2026-08-30', 5),
    ]
    const norms = normsOf([
      { sex: 'male', age: 14, measure: 'rcads-self', scale: 'depression', mean: 7.44, sd: 4.1 },
      { sex: 'male', age: 15, measure: 'rcads-self', scale: 'depression', mean: 0, sd: 100 },
    ])
    const { results, lines } = referralResult(scores, [], referral, norms, today)
    expect(lines).toMatchObject([
      { first: '66 on 1 May 2026', last: '44 on 30 August 2026', outcome: 'improvement' },
    ])
    expect(results).toEqual([
      { who: 'Young person’s measures', words: 'Improvement, from 1 of 1 with two scores in time.' },
    ])
  })

  test('without norms RCADS is left out and said; a scale without a national rater is listed and in no result', () => {
    const scores = [
      given('rcads-self', 'depression', '2026-05-01', 14),
      given('yp-core', 'score', '2026-05-01', 22),
      given('yp-core', 'score', '2026-07-01', 14),
    ]
    const { results, lines, notes } = referralResult(scores, [], referral, none, today)
    expect(results).toEqual([])
    expect(lines).toMatchObject([{ what: 'YP-CORE', outcome: 'improvement' }])
    expect(notes).toEqual([
      'No norms have been imported, so only raw scores are shown.',
      'The national table names no rater for some of these scales, so they are listed and are in no rater’s result.',
    ])
  })

  test('rule 34 and others: why a referral is not counted is one plain sentence', () => {
    const said = (more: Partial<typeof referral>) =>
      referralResult([], [], { ...referral, ...more }, none, today).base
    expect(said({ born: '2008-01-01' })).toBe(
      'The national figures do not count this referral now: the national figures count ages 0 to 17 at the referral.',
    )
    expect(said({ rejected: true })).toContain('was not accepted')
  })
})
