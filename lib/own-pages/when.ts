import { addDays, dayOf, inWords, timeInWords, withWeekday } from '@/lib/day'

/** '14:00' as '2pm', '09:30' as '9:30am': how a time is said on a young person's page. */
export const clockInWords = (instant: Date): string => {
  const [hours, minutes] = timeInWords(instant).split(':').map(Number) as [number, number]
  if (minutes === 0 && hours === 12) return '12 noon'
  const hour = hours % 12 === 0 ? 12 : hours % 12
  return `${hour}${minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`}${hours < 12 ? 'am' : 'pm'}`
}

/** 'Today at 2pm', 'Tomorrow at 9:30am', 'Thursday 4 March at 2pm'. */
export const whenInWords = (instant: Date, now: Date): string => {
  const day = dayOf(instant)
  const today = dayOf(now)
  const said =
    day === today
      ? 'Today'
      : day === addDays(today, 1)
        ? 'Tomorrow'
        : day.slice(0, 4) === today.slice(0, 4)
          ? withWeekday(day).replace(/ \d{4}$/, '')
          : `${withWeekday(day).split(' ')[0]} ${inWords(day)}`
  return `${said} at ${clockInWords(instant)}`
}

/** 'Amira', for the people who help: first names are how they are known. */
export const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? name

/** 'Amira and Jo'. */
export const listed = (names: readonly string[]): string => new Intl.ListFormat('en-GB').format([...names])
