import { describe, expect, test } from 'vitest'
import { byar, countLimits, rate } from '@/lib/reporting/byar'
import { difference, type Proportion, wilson } from '@/lib/reporting/wilson'
import { readCsv, realData } from '../real-data'

const limits = (x: number, n: number, z?: number) => wilson(x, n, z) as Proportion

describe('Wilson limits', () => {
  test.each([
    [65, 100, 0.552544, 0.736358, 6],
    [0, 10, 0, 0.277533, 6],
    [10, 10, 0.722467, 1, 6],
    [8, 20, 0.2188, 0.6134, 4],
  ])('rule 42: %i of %i lies between %d and %d', (x, n, lower, upper, digits) => {
    expect(limits(x, n).lower).toBeCloseTo(lower, digits)
    expect(limits(x, n).upper).toBeCloseTo(upper, digits)
  })
  test('rule 43: 11 of 10 is an error, and none of nobody cannot be calculated', () => {
    expect(() => wilson(11, 10)).toThrow(RangeError)
    expect(() => wilson(-1, 10)).toThrow(RangeError)
    expect(wilson(0, 0)).toBe('not-calculable')
    expect(rate(3, 0, 1000)).toBe('not-calculable')
  })
})

describe('limits of a difference', () => {
  // Newcombe 1998, Statistics in Medicine 17:873-890, table II, method 10.
  test.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [5, 56, 0, 29, -0.0381, 0.1926],
  ])('%i/%i less %i/%i lies between %d and %d', (a, m, b, n, lower, upper) => {
    const got = difference(limits(a, m), limits(b, n))
    expect(got.lower).toBeCloseTo(lower, 4)
    expect(got.upper).toBeCloseTo(upper, 4)
  })
})

describe('limits of a count', () => {
  test.each([
    [10, 4.7874, 18.3915],
    [65, 50.1632, 82.8491],
  ])('rule 44: %i lies between %d and %d', (count, lower, upper) => {
    expect(byar(count).lower).toBeCloseTo(lower, 4)
    expect(byar(count).upper).toBeCloseTo(upper, 4)
    expect(countLimits(count)).toEqual(byar(count))
  })
})

/** 99.9 % point of the normal distribution, for 99.8 % limits. */
const z998 = 3.090232306167813
const close = (got: number, want: string, digits: number) =>
  expect(Math.abs(got - Number(want))).toBeLessThanOrEqual(digits * Math.max(Math.abs(Number(want)), 1e-9))

realData('limits of independent sources', () => {
  test('every proportion agrees to nine digits', () => {
    const rows = readCsv('oracles/public_health/proportion_wilson.csv')
    for (const row of rows) {
      const [x, n] = [Number(row.numerator), Number(row.denominator)]
      close(limits(x, n).value, row.value!, 1e-9)
      close(limits(x, n).lower, row.lower95_0cl!, 1e-9)
      close(limits(x, n).upper, row.upper95_0cl!, 1e-9)
      close(limits(x, n, z998).lower, row.lower99_8cl!, 1e-9)
      close(limits(x, n, z998).upper, row.upper99_8cl!, 1e-9)
    }
    expect(rows).toHaveLength(23)
  })
  test('every rate agrees, exact below ten events and by Byar from ten', () => {
    const rows = readCsv('oracles/public_health/rate_byars.csv')
    for (const row of rows) {
      // The official rows say 100,000 in their multiplier column, but their figures are per 100 (20 of 100 is given as 20).
      const per = row.source!.startsWith('official') ? 100 : Number(row.multiplier)
      const [x, n] = [Number(row.numerator), Number(row.denominator)]
      for (const [z, lower, upper] of [
        [undefined, row.lower95_0cl, row.upper95_0cl],
        [z998, row.lower99_8cl, row.upper99_8cl],
      ] as const) {
        const got = rate(x, n, per, z) as Proportion
        close(got.value, row.value!, 1e-9)
        close(got.lower, lower!, 1e-7)
        close(got.upper, upper!, 1e-7)
      }
    }
    expect(rows).toHaveLength(23)
  })
})
