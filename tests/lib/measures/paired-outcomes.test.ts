import { describe, expect, test } from 'vitest'
import type { Day } from '@/lib/day'
import { thresholdOn } from '@/lib/goals/movement'
import { goalCodes, measures, scaleOf } from '@/lib/measures/facts'
import type { Scale } from '@/lib/measures/measure'
import { normsOf, readNormLine, tScoreOf } from '@/lib/measures/norms'
import {
  type Assessed,
  byRater,
  countsNationally,
  type Known,
  outcomeOf,
  pairings,
} from '@/lib/measures/paired-outcomes'
import { readCsv, realData } from '../real-data'

const national = (one: Scale): Known => ({
  better: one.nationalBetter ?? one.better,
  points: one.thresholds[0]?.points ?? null,
})
const local = (one: Scale): Known => ({ ...national(one), better: one.better })
const goal: Known = { better: 'higher', points: thresholdOn('2026-01-01').points }

const change = (measure: string, key: string, first: number, last: number, view = national) =>
  outcomeOf(first, last, view(scaleOf(measure, key)!))

describe('one measure, first and last', () => {
  test('rule 25: CORS 20 to 29 is no change, 20 to 30 an improvement', () => {
    expect(change('cors', 'score', 20, 29)).toBe('no-change')
    expect(change('cors', 'score', 20, 30)).toBe('improvement')
  })

  test('rule 26: ORS 18 to 24.6 is an improvement, and so is 18.1 to 24.7, which a computer takes for less than 6.6', () => {
    expect(24.7 - 18.1).toBeLessThan(6.6)
    expect(change('ors', 'score', 18, 24.6)).toBe('improvement')
    expect(change('ors', 'score', 18.1, 24.7)).toBe('improvement')
    expect(change('ors', 'score', 18, 24.5)).toBe('no-change')
  })

  test('rule 27: YP-CORE 22 to 14 is an improvement, 14 to 22 a deterioration', () => {
    expect(change('yp-core', 'score', 22, 14)).toBe('improvement')
    expect(change('yp-core', 'score', 14, 22)).toBe('deterioration')
  })

  test('rule 29: SDQ prosocial 3 to 8 is better here, and worse in the national table', () => {
    expect(change('sdq-self', 'prosocial', 3, 8, local)).toBe('improvement')
    expect(change('sdq-self', 'prosocial', 3, 8)).toBe('deterioration')
  })

  test('rule 30: SDQ total difficulties 24 to 14 is paired and not classified', () => {
    expect(change('sdq-self', 'total', 24, 14)).toBe('unclassified')
    const [pairing] = pairings(
      [
        { measure: 'sdq total', rater: 'Self', on: '2026-05-01', score: 24 },
        { measure: 'sdq total', rater: 'Self', on: '2026-06-01', score: 14 },
      ],
      { first: '2026-05-01', second: '2026-05-08', closed: '2026-07-01' },
      () => national(scaleOf('sdq-self', 'total')!),
    )
    expect(pairing).toMatchObject({ change: -10, outcome: 'unclassified' })
    expect(byRater([pairing!])).toEqual([{ rater: 'Self', assessed: 1, paired: 1, outcome: 'unclassified' }])
  })

  test('rule 28: RCADS depression raw 14, male, aged 14 (mean 7.44, standard deviation 4.1) is T 66.0', () => {
    const norms = normsOf([
      { sex: 'male', age: 14, measure: 'rcads-self', scale: 'depression', mean: 7.44, sd: 4.1 },
    ])
    const about = { sex: 'male', age: 14, measure: 'rcads-self', scale: 'depression' }
    const found = tScoreOf(14, about, norms)
    expect(found.ok && found.t).toBeCloseTo(66, 1)
  })
})

describe('a referral', () => {
  const on = (day: Day, score: number, measure = 'goal 1', rater = 'Goals'): Assessed => ({
    measure,
    rater,
    on: day,
    score,
  })
  const contacts = { first: '2026-05-01', second: '2026-05-08', closed: '2026-09-01' }
  const result = (...scores: Assessed[]) => byRater(pairings(scores, contacts, () => goal))
  const referral = { receivedOn: '2026-04-01', ageAtReferral: 16, rejected: false, ...contacts }

  test('rule 17: goals 2 to 6, 5 to 6 and 7 to 4 are together a deterioration, not an improvement', () => {
    const goals = [
      [2, 6],
      [5, 6],
      [7, 4],
    ].flatMap(([first, last], at) => [
      on('2026-05-01', first!, `goal ${at}`),
      on('2026-07-01', last!, `goal ${at}`),
    ])
    expect(result(...goals)).toEqual([{ rater: 'Goals', assessed: 3, paired: 3, outcome: 'deterioration' }])
  })

  test('rule 18: goals 2 to 6 and 5 to 6 are together an improvement', () => {
    const goals = [
      on('2026-05-01', 2),
      on('2026-07-01', 6),
      on('2026-05-01', 5, 'b'),
      on('2026-07-01', 6, 'b'),
    ]
    expect(result(...goals)).toMatchObject([{ paired: 2, outcome: 'improvement' }])
  })

  test('rule 22: first rated by the young person and last by a parent is not paired', () => {
    expect(result(on('2026-05-01', 2, 'goal 1', 'Sam'), on('2026-07-01', 8, 'goal 1', 'Kerry'))).toEqual([
      { rater: 'Sam', assessed: 1, paired: 0, outcome: 'not-paired' },
      { rater: 'Kerry', assessed: 1, paired: 0, outcome: 'not-paired' },
    ])
  })

  test('rule 31: a closed referral with one contact and two scores is not counted', () => {
    expect(countsNationally({ ...referral, second: null })).toEqual({
      counts: false,
      because: 'fewer than two contacts took place',
    })
    const pairing = pairings(
      [on('2026-05-01', 2), on('2026-07-01', 8)],
      { ...contacts, second: null },
      () => goal,
    )
    expect(pairing).toMatchObject([{ last: null, outcome: 'not-paired' }])
  })

  test('rule 32: contacts on 1 and 8 May with scores on 1 and 7 May are not paired', () => {
    expect(result(on('2026-05-01', 2), on('2026-05-07', 8))).toMatchObject([{ outcome: 'not-paired' }])
    expect(result(on('2026-05-01', 2), on('2026-05-08', 8))).toMatchObject([{ outcome: 'improvement' }])
  })

  test('rule 33: a score after the day the referral closed is not looked at', () => {
    expect(result(on('2026-05-01', 2), on('2026-09-02', 8))).toMatchObject([{ outcome: 'not-paired' }])
    expect(result(on('2026-05-01', 2), on('2026-09-01', 8))).toMatchObject([{ outcome: 'improvement' }])
  })

  test('a score before the first contact is not the first one', () => {
    expect(result(on('2026-04-30', 9), on('2026-05-01', 2), on('2026-07-01', 8))).toMatchObject([
      { outcome: 'improvement' },
    ])
  })

  test('rule 34: aged 18 at the referral is outside; 17 then and 18 when it closed is inside', () => {
    expect(countsNationally({ ...referral, ageAtReferral: 18 }).counts).toBe(false)
    expect(countsNationally({ ...referral, ageAtReferral: 17 })).toEqual({ counts: true })
  })

  test('one that is open, not accepted, from 2015 or of a team left out is not counted, and says why', () => {
    const reasons = [
      countsNationally({ ...referral, closed: null }),
      countsNationally({ ...referral, rejected: true }),
      countsNationally({ ...referral, receivedOn: '2015-12-31' }),
      countsNationally({ ...referral, teamType: 'E02' }),
    ]
    expect(reasons.map((one) => one.counts)).toEqual([false, false, false, false])
    expect(new Set(reasons.map((one) => !one.counts && one.because)).size).toBe(4)
  })
})

realData('the expected results of sixty referrals', () => {
  const names = new Map(
    readCsv('outcome_measures/assessments_reference.csv').map((row) => [
      row.snomed_concept_id!,
      row.assessment!,
    ]),
  )
  const ours = new Map<string, { measure: string; scale: Scale }>()
  for (const measure of measures)
    for (const scale of measure.scales)
      for (const code of scale.snomed) ours.set(names.get(code)!, { measure: measure.key, scale })
  const goals = new Set([...goalCodes.tool, ...goalCodes.progressChart].map((code) => names.get(code)!))
  const norms = normsOf(
    readCsv('outcome_measures/rcads_norms.csv').map((row) => {
      const read = readNormLine(row as Parameters<typeof readNormLine>[0])
      if (!read.ok) throw new Error(read.because)
      return read.row
    }),
  )
  const known = (name: string) => (goals.has(name) ? goal : national(ours.get(name)!.scale))

  const assessed = new Map<string, Assessed[]>()
  for (const row of readCsv('oracles/paired_outcomes/assessments.csv')) {
    const found = ours.get(row.assessment!)
    const raw = Number(row.raw_score)
    let score = raw
    if (found?.scale.tScore) {
      const t = tScoreOf(
        raw,
        {
          sex: row.gender === 'M' ? 'male' : 'female',
          // The national figures take the age at the referral; a person's page the age on the day.
          age: Number(row.age_at_referral),
          measure: found.measure,
          scale: found.scale.key,
        },
        norms,
      )
      if (!t.ok) throw new Error(t.because)
      score = t.t
    }
    const list = assessed.get(row.referral_id!) ?? []
    list.push({ measure: row.assessment!, rater: row.rater!, on: row.completed_on!, score })
    assessed.set(row.referral_id!, list)
  }
  const all = readCsv('oracles/paired_outcomes/contacts.csv').map((row) => ({
    id: row.referral_id!,
    pairings: pairings(
      assessed.get(row.referral_id!) ?? [],
      { first: row.first_contact || null, second: row.second_contact || null, closed: null },
      known,
    ),
  }))
  const words = (outcome: string) => outcome.replace('-', '_')
  const byName = (a: string[], b: string[]) =>
    JSON.stringify(a.slice(0, 3)) < JSON.stringify(b.slice(0, 3)) ? -1 : 1

  test('every assessment is paired, scored and classified as expected', () => {
    const expected = readCsv('oracles/paired_outcomes/assessment_change_expected.csv')
    const found = all.flatMap(({ id, pairings }) => pairings.map((one) => ({ id, ...one })))
    expect(expected.length).toBeGreaterThan(100)
    expect(
      found
        .map((one) => [one.id, one.measure, one.rater, one.first.on, one.last?.on ?? '', words(one.outcome)])
        .sort(byName),
    ).toEqual(
      expected
        .map((row) => [
          row.referral_id!,
          row.assessment!,
          row.rater!,
          row.first_date!,
          row.last_date!,
          row.result!,
        ])
        .sort(byName),
    )
    for (const row of expected) {
      const one = found.find(
        (pairing) =>
          pairing.id === row.referral_id && pairing.measure === row.assessment && pairing.rater === row.rater,
      )!
      // The file gives scores and changes to six places.
      expect(Math.abs(one.first.score - Number(row.first_score))).toBeLessThan(1e-6)
      expect(known(one.measure).points).toBe(row.threshold === '' ? null : Number(row.threshold))
      if (row.last_score === '') continue
      expect(Math.abs(one.last!.score - Number(row.last_score))).toBeLessThan(1e-6)
      expect(Math.abs(one.change! - Number(row.change))).toBeLessThan(1e-6)
    }
  })

  test('every rater of every referral has the expected result', () => {
    const found = all.flatMap(({ id, pairings }) =>
      byRater(pairings).map((one) => [
        id,
        one.rater,
        String(one.assessed),
        String(one.paired),
        words(one.outcome),
      ]),
    )
    expect(found.sort(byName)).toEqual(
      readCsv('oracles/paired_outcomes/referral_rater_expected.csv')
        .map((row) => [row.referral_id!, row.rater!, row.n_assessments!, row.n_paired!, row.result!])
        .sort(byName),
    )
  })
})
