import { Temporal } from 'temporal-polyfill'
import { addDays, type Day, daysBetween } from '@/lib/day'

/** Nobody beside them goes more than this many days without hearing from us. */
export const silenceDays = 14

/** Whoever wants to come back hears from somebody within this many working days. */
export const comeBackWorkingDays = 2

/** Whole days since somebody had to be in touch at the latest; 0 while it is not late. */
export const daysLate = (lastHeard: Day, today: Day): number =>
  Math.max(0, daysBetween(lastHeard, today) - silenceDays)

export const lateInWords = (days: number): string => (days === 1 ? '1 day late' : `${days} days late`)

/** Monday to Friday. Bank holidays count as working days: the promise is then kept a day early rather than late. */
export const addWorkingDays = (from: Day, days: number): Day => {
  let on = from
  for (let left = days; left > 0; ) {
    on = addDays(on, 1)
    if (Temporal.PlainDate.from(on).dayOfWeek <= 5) left -= 1
  }
  return on
}
