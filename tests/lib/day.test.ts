import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  ageOn,
  day,
  dayFromParts,
  dayOf,
  daysBetween,
  instantAt,
  instantInWords,
  inWords,
  timeInWords,
} from '@/lib/day'

describe('the London day of an instant', () => {
  test('at the end of March midnight comes an hour earlier in universal time', () => {
    expect(dayOf(new Date('2027-03-27T23:59:59Z'))).toBe('2027-03-27')
    expect(dayOf(new Date('2027-03-28T00:30:00Z'))).toBe('2027-03-28')
    expect(dayOf(new Date('2027-03-28T22:59:59Z'))).toBe('2027-03-28')
    expect(dayOf(new Date('2027-03-28T23:00:00Z'))).toBe('2027-03-29')
  })
  test('and goes back on the last Sunday of October: the 25th in 2026', () => {
    expect(dayOf(new Date('2026-10-24T23:00:00Z'))).toBe('2026-10-25')
    expect(dayOf(new Date('2026-10-25T23:59:59Z'))).toBe('2026-10-25')
    expect(dayOf(new Date('2026-10-26T00:00:00Z'))).toBe('2026-10-26')
  })
  test('the hour that happens twice is read out as the clock showed it', () => {
    expect(timeInWords(new Date('2026-10-25T00:30:00Z'))).toBe('01:30')
    expect(timeInWords(new Date('2026-10-25T01:30:00Z'))).toBe('01:30')
    expect(instantInWords(new Date('2027-03-28T01:00:00Z'))).toBe('28 March 2027, 02:00')
  })
  test('a meeting at 14:05 is at 14:05 in winter and in summer', () => {
    expect(instantAt('2027-01-15', '14:05').toISOString()).toBe('2027-01-15T14:05:00.000Z')
    expect(instantAt('2027-07-15', '14:05').toISOString()).toBe('2027-07-15T13:05:00.000Z')
  })
})

describe('counting days', () => {
  test('a day with 23 or 25 hours is one day', () => {
    expect(daysBetween('2027-03-27', '2027-03-29')).toBe(2)
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
    expect(addDays('2027-03-27', 1)).toBe('2027-03-28')
    expect(daysBetween('2027-03-29', '2027-03-27')).toBe(-2)
  })
  test('a month after 31 January is the last day of February', () => {
    expect(addMonths('2027-01-31', 1)).toBe('2027-02-28')
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29')
  })
})

describe('age', () => {
  test('the 16th and 18th birthday begin at London midnight, also in summer', () => {
    const born = '2011-06-15'
    const before = dayOf(new Date('2027-06-14T22:59:59Z'))
    const after = dayOf(new Date('2027-06-14T23:00:00Z'))
    expect([ageOn(born, before), ageOn(born, after)]).toEqual([15, 16])
    const [last, first] = [dayOf(new Date('2029-06-14T22:59:59Z')), dayOf(new Date('2029-06-14T23:00:00Z'))]
    expect([ageOn(born, last), ageOn(born, first)]).toEqual([17, 18])
  })
  test('somebody born on 29 February is a year older on 1 March in other years', () => {
    expect(ageOn('2012-02-29', '2028-02-28')).toBe(15)
    expect(ageOn('2012-02-29', '2028-02-29')).toBe(16)
    expect(ageOn('2012-02-29', '2030-02-28')).toBe(17)
    expect(ageOn('2012-02-29', '2030-03-01')).toBe(18)
  })
})

describe('days as text', () => {
  test.each(['2027-02-29', '2027-13-01', '2027-1-1', '', '04/03/2027', '2027-02-30', '2027-03-04T00:00'])(
    '%j is no day',
    (text) => {
      expect(day.safeParse(text).success).toBe(false)
    },
  )
  test('three boxes become a day, nothing, or no day', () => {
    expect(dayFromParts(' 4', '3 ', '2027')).toBe('2027-03-04')
    expect(dayFromParts('', '', '')).toBe('')
    expect(dayFromParts('29', '2', '2027')).toBeUndefined()
    expect(dayFromParts('4', '', '2027')).toBeUndefined()
    expect(inWords('2027-03-04')).toBe('4 March 2027')
  })
})
