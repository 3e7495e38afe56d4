import { describe, expect, test } from 'vitest'
import { dayScale, daysToName, stepLines } from '@/app/_ui/charts/movement-series'

const days = ['2027-03-01', '2027-03-11', '2027-03-21', '2027-03-31']
const place = dayScale(days, [0, 90])
const on = (index: number, value: number | null) => ({ day: days[index]!, value })

describe('the step line of a movement picture', () => {
  test('stays level until the next rating, then moves', () => {
    expect(stepLines([on(0, 2), on(1, 4)], place)).toEqual([
      { x1: 0, x2: 30, from: 2, to: 2 },
      { x1: 30, x2: 30, from: 2, to: 4 },
    ])
  })

  test('stops half way to a "not today" and is never joined across it', () => {
    expect(stepLines([on(0, 3), on(1, null), on(2, 3), on(3, 3)], place)).toEqual([
      { x1: 0, x2: 15, from: 3, to: 3 },
      { x1: 60, x2: 90, from: 3, to: 3 },
    ])
  })

  test('one rating has no line', () => {
    expect(stepLines([on(0, 0)], place)).toEqual([])
  })
})

describe('the days under a movement picture', () => {
  test('a single day stands in the middle', () => {
    expect(dayScale(['2027-03-01'], [4, 96])('2027-03-01')).toBe(50)
  })

  test('the first and the latest are always named, the others where there is room', () => {
    expect(daysToName(days, place, 40)).toEqual(['2027-03-01', '2027-03-31'])
    expect(daysToName(days, place, 30)).toEqual(days)
  })
})
