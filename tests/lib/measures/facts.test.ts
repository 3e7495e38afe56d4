import { describe, expect, test } from 'vitest'
import { thresholdOn } from '@/lib/goals/movement'
import { goalCodes, measureOf, measures, scaleOf } from '@/lib/measures/facts'
import { isSnomedCode } from '../../build/snomed'
import { readCsv, realData } from '../real-data'

const scales = measures.flatMap((measure) => measure.scales.map((scale) => ({ measure, scale })))
const goals = [...goalCodes.tool, ...goalCodes.progressChart, goalCodes.progressChartAny]
const codes = [...scales.flatMap(({ scale }) => scale.snomed), ...goals]

describe('SNOMED CT codes', () => {
  test('rule 62: a code goes through JSON as the text it is', () => {
    expect(JSON.parse(JSON.stringify({ code: '1638531000000102' })).code).toBe('1638531000000102')
    expect(goals).toContain('1638531000000102')
  })

  test('rule 62: a code whose last digits a spreadsheet made noughts is refused', () => {
    expect(isSnomedCode('1034351000000100')).toBe(false)
    expect(isSnomedCode('1034351000000101')).toBe(true)
  })

  test('letters, spaces, an empty text and nineteen digits are no code', () => {
    expect(['', 'abc', '718134 002', '12345', `${'1'.repeat(19)}`].filter(isSnomedCode)).toEqual([])
  })

  test('every code of the table passes its check digit, and stands for one thing', () => {
    expect(codes.filter((code) => !isSnomedCode(code))).toEqual([])
    expect(new Set(codes).size).toBe(codes.length)
  })
})

describe('the table of measures', () => {
  test('keys are unique, ranges run upwards and every threshold says from when and where it is from', () => {
    expect(new Set(measures.map(({ key }) => key)).size).toBe(measures.length)
    for (const { measure, scale } of scales) {
      expect(scale.min).toBeLessThan(scale.max)
      expect(measure.scales.filter(({ key }) => key === scale.key)).toHaveLength(1)
      for (const threshold of scale.thresholds) {
        expect(threshold.from).toMatch(/^\d{4}-\d\d-\d\d$/)
        expect(threshold.source.length).toBeGreaterThan(10)
        expect(threshold.points).toBeGreaterThan(0)
      }
    }
  })

  test('measures of how the help was have nothing that could become a change', () => {
    const asked = measures.filter(({ experience }) => experience)
    expect(asked.map(({ key }) => key).sort()).toEqual([
      'chi-esq-12-18',
      'chi-esq-9-11',
      'chi-esq-parent',
      'csrs',
      'srs',
    ])
    expect(asked.flatMap((one) => one.scales).filter(({ thresholds }) => thresholds.length > 0)).toEqual([])
  })

  test('Current View is not one of them: it is no measure of outcome', () => {
    expect(measures.filter(({ key, name }) => /current/i.test(key + name))).toEqual([])
    expect(measureOf('current-view')).toBeUndefined()
  })

  test('SDQ prosocial and SCORE-15 are turned round in the national table, and nothing else is', () => {
    const turned = scales.filter(({ scale }) => scale.nationalBetter && scale.nationalBetter !== scale.better)
    expect(new Set(turned.map(({ measure, scale }) => `${measure.key} ${scale.key}`))).toEqual(
      new Set([
        'sdq-self prosocial',
        'sdq-parent prosocial',
        'score-15 total',
        'score-15 strengths',
        'score-15 overwhelmed',
        'score-15 communication',
      ]),
    )
    expect(scaleOf('sdq-self', 'prosocial')).toMatchObject({ better: 'higher', nationalBetter: 'lower' })
  })
})

realData('the table beside the national one', () => {
  const reference = new Map(
    readCsv('outcome_measures/assessments_reference.csv').map((row) => [row.snomed_concept_id!, row]),
  )
  const thresholds = new Map(
    readCsv('outcome_measures/reliable_change_thresholds.csv').map((row) => [
      row.assessment!,
      Number(row.threshold),
    ]),
  )
  const better = new Map(
    readCsv('outcome_measures/scale_direction.csv').map((row) => [row.instrument!, row.higher_score_means!]),
  )
  const rows = scales.flatMap(({ measure, scale }) =>
    scale.snomed.map((code) => ({
      what: `${measure.key} ${scale.key} ${code}`,
      measure,
      scale,
      row: reference.get(code),
    })),
  )

  test('every code is there', () => {
    expect(rows.filter(({ row }) => !row).map(({ what }) => what)).toEqual([])
    expect(goals.filter((code) => !reference.has(code))).toEqual([])
    expect(rows.length).toBeGreaterThan(100)
  })

  test('every range is the same', () => {
    expect(rows.map(({ what, scale }) => [what, scale.min, scale.max])).toEqual(
      rows.map(({ what, row }) => [what, Number(row!.min_score), Number(row!.max_score)]),
    )
  })

  test('every threshold is the same, and where there is none there is none', () => {
    expect(rows.map(({ what, scale }) => [what, scale.thresholds[0]?.points])).toEqual(
      rows.map(({ what, row }) => [what, thresholds.get(row!.assessment!)]),
    )
    for (const code of [...goalCodes.tool, ...goalCodes.progressChart])
      expect(thresholds.get(reference.get(code)!.assessment!)).toBe(thresholdOn('2026-01-01').points)
  })

  test('no threshold of the measures we hold is left out', () => {
    const held = new Set([...codes].map((code) => reference.get(code)!.assessment!))
    expect([...thresholds.keys()].filter((name) => !held.has(name))).toEqual([])
  })

  test('every direction is the same, for whoever follows the national table', () => {
    const outcomes = rows.filter(({ measure }) => !measure.experience)
    expect(outcomes.map(({ what, scale }) => [what, scale.nationalBetter ?? scale.better])).toEqual(
      outcomes.map(({ what, row }) => [what, better.get(row!.instrument!) === 'better' ? 'higher' : 'lower']),
    )
  })

  test('whose result a scale counts for is the same', () => {
    expect(rows.map(({ what, scale }) => [what, scale.counts ?? ''])).toEqual(
      rows.map(({ what, row }) => [what, row!.rater!.trim()]),
    )
  })
})
