import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

/** A calendar day, 'YYYY-MM-DD'. Not a timestamp: the only place that knows about London time is this file. */
export type Day = string

const zone = 'Europe/London'

const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' })
    return true
  } catch {
    return false
  }
}

export const day = z.string().refine(isDay, { error: 'Enter a real date, such as 4 March 2027.' })

const quarterHour = 900_000
let known: { quarter: number; offset: number } | undefined

/**
 * An instant as London's clocks show it, 'YYYY-MM-DDTHH:MM…'. Clocks change, and days begin, on a quarter of an hour: what is asked
 * again and again about the same moment is worked out once.
 */
const inLondon = (instant: Date | number): string => {
  const at = Number(instant)
  const quarter = Math.floor(at / quarterHour)
  if (known?.quarter !== quarter) {
    const { offsetNanoseconds } = Temporal.Instant.fromEpochMilliseconds(
      quarter * quarterHour,
    ).toZonedDateTimeISO(zone)
    known = { quarter, offset: offsetNanoseconds / 1_000_000 }
  }
  return new Date(at + known.offset).toISOString()
}

/** The London day of an instant (a wall-clock `Date` or epoch milliseconds). */
export const dayOf = (instant: Date | number): Day => inLondon(instant).slice(0, 10)

export const addDays = (from: Day, days: number): Day =>
  Temporal.PlainDate.from(from).add({ days }).toString()

export const addMonths = (from: Day, months: number): Day =>
  Temporal.PlainDate.from(from).add({ months }).toString()

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days

/** Completed years of age on a day. Someone born on 29 February has their birthday on 1 March in other years. */
export const ageOn = (born: Day, on: Day): number => {
  const b = Temporal.PlainDate.from(born)
  const d = Temporal.PlainDate.from(on)
  return d.year - b.year - (d.month < b.month || (d.month === b.month && d.day < b.day) ? 1 : 0)
}

// Written out, not by Intl: a list says dozens of days on each page, and a formatter for each costs more than the page.
const monthNames =
  'January February March April May June July August September October November December'.split(' ')
const shortMonths = 'Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec'.split(' ')

/** '4 March 2027' */
export const inWords = (d: Day): string =>
  `${Number(d.slice(8, 10))} ${monthNames[Number(d.slice(5, 7)) - 1]} ${d.slice(0, 4)}`

const weekdays = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')

/** 'Thursday 4 March 2027' */
export const withWeekday = (d: Day): string =>
  `${weekdays[Temporal.PlainDate.from(d).dayOfWeek - 1]} ${inWords(d)}`

/** '4 Mar' */
export const inShort = (d: Day): string =>
  `${Number(d.slice(8, 10))} ${shortMonths[Number(d.slice(5, 7)) - 1]}`

/** '14:05' in London */
export const timeInWords = (instant: Date): string => inLondon(instant).slice(11, 16)

/** '4 March 2027, 14:05' in London */
export const instantInWords = (instant: Date): string => `${inWords(dayOf(instant))}, ${timeInWords(instant)}`

/**
 * The three boxes of an NHS date input as one day.
 * @returns the day, '' when all three are empty, or undefined when they are not a real date
 */
export const dayFromParts = (d: string, m: string, y: string): Day | undefined => {
  const [dd, mm, yyyy] = [d.trim(), m.trim(), y.trim()]
  if (!dd && !mm && !yyyy) return ''
  const text = `${yyyy}-${mm.padStart(2, '0')}-${dd.padStart(2, '0')}`
  return isDay(text) ? text : undefined
}

/** The instant of a London wall-clock time, `hhmm` as '14:05'. */
export const instantAt = (d: Day, hhmm: string): Date =>
  new Date(
    Temporal.PlainDate.from(d).toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(hhmm) })
      .epochMilliseconds,
  )
