import { z } from 'zod'
import { addDays, addMonths, type Day, day, daysBetween, inWords } from '@/lib/day'

/** The days a release counts, both included. */
export type Period = { from: Day; to: Day }

const fewestMonths = 3
const mostMonths = 36

export const periodInWords = ({ from, to }: Period): string => `${inWords(from)} to ${inWords(to)}`

const firstOfMonth = (on: Day): Day => `${on.slice(0, 8)}01`

/**
 * Why these days cannot be a period, or undefined when they can. Whole months that are over: two releases a day apart would
 * give away, by subtraction, what happened on that day.
 */
export const periodProblem = ({ from, to }: Period, today: Day): string | undefined => {
  if (to < from) return `A period ends after it begins, and ${inWords(to)} is before ${inWords(from)}.`
  if (from !== firstOfMonth(from) || addDays(to, 1) !== firstOfMonth(addDays(to, 1)))
    return 'A period is made of whole months: it begins on the first day of one and ends on the last day of one.'
  if (to >= today) return `This period has not ended yet: its last day is ${inWords(to)}.`
  if (daysBetween(addMonths(from, fewestMonths), addDays(to, 1)) < 0)
    return `A period is at least ${fewestMonths} months long, so that small numbers can be protected.`
  if (daysBetween(addMonths(from, mostMonths), addDays(to, 1)) > 0)
    return `A period is at most ${mostMonths / 12} years long.`
}

/** The twelve whole months that ended last. */
export const lastTwelveMonths = (today: Day): Period => {
  const month = firstOfMonth(today)
  return { from: addMonths(month, -12), to: addDays(month, -1) }
}

/** What is typed: '2025-04-01..2026-03-31' or 'last-twelve-months'. */
export const readPeriod = (
  text: string,
  today: Day,
): { ok: true; period: Period } | { ok: false; because: string } => {
  if (text === 'last-twelve-months') return { ok: true, period: lastTwelveMonths(today) }
  const days = z.tuple([day, day]).safeParse(text.split('..'))
  if (!days.success)
    return {
      ok: false,
      because: `"${text}" is not a period. Write it as 2025-04-01..2026-03-31, or last-twelve-months.`,
    }
  const period = { from: days.data[0], to: days.data[1] }
  const because = periodProblem(period, today)
  return because ? { ok: false, because } : { ok: true, period }
}
