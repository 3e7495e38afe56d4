import { describe, expect, test } from 'vitest'
import { checkRule, impliedBy, roundCount } from '@/lib/reporting/round'
import { readCsv, realData } from '../real-data'

describe('small numbers', () => {
  test('rule 53: 0, 1 and 4 are hidden; 5 and 7 read 5, 8 reads 10, 254 reads 255', () => {
    expect([0, 1, 4, 5, 7, 8, 254].map((n) => roundCount(n))).toEqual([null, null, null, 5, 5, 10, 255])
  })
  test('the limit may be raised to 10 and never lowered below 5', () => {
    expect(roundCount(9, { limit: 10, roundTo: 5 })).toBeNull()
    expect(roundCount(10, { limit: 10, roundTo: 5 })).toBe(10)
    expect(() => checkRule({ limit: 4, roundTo: 5 })).toThrow(RangeError)
    expect(() => checkRule({ limit: 11, roundTo: 5 })).toThrow(RangeError)
  })
  test('a shown figure implies exactly the counts that round to it', () => {
    for (const limit of [5, 8, 10])
      for (let n = limit; n < 200; n++) {
        const shown = roundCount(n, { limit, roundTo: 5 })!
        const { min, max } = impliedBy(shown, { limit, roundTo: 5 })
        expect(n).toBeGreaterThanOrEqual(min)
        expect(n).toBeLessThanOrEqual(max)
        expect(roundCount(max, { limit, roundTo: 5 })).toBe(shown)
        expect(roundCount(max + 1, { limit, roundTo: 5 })).not.toBe(shown)
      }
  })
})

realData('rounding as NHS Digital publishes it', () => {
  test('all 26 counts are shown as there, zero hidden', () => {
    const rows = readCsv('oracles/suppression/round_to_5.csv')
    expect(rows.length).toBeGreaterThan(20)
    for (const row of rows)
      expect([row.count, String(roundCount(Number(row.count)) ?? '*')]).toEqual([
        row.count,
        row.published_nhs_digital_rule,
      ])
  })
})
