import { createEvent } from 'ics'

export type CalendarEntry = {
  id: string
  startsAt: Date
  minutes: number
  /** Counts up with each change, so that a calendar takes the newer one. */
  version: number
  cancelled?: boolean
  /** Empty unless they want it there. */
  place: string
}

/**
 * A calendar file for one meeting. It says "Meeting" and when; no name and nothing of what kind of service it is, because a
 * calendar is often open to others.
 * @param host the service's own, so that the entry has an address of its own in the calendar
 */
export function calendarFile(entry: CalendarEntry, host: string): string {
  const { error, value } = createEvent({
    uid: `${entry.id}@${host}`,
    sequence: entry.version - 1,
    start: entry.startsAt.getTime(),
    startInputType: 'utc',
    startOutputType: 'utc',
    duration: { minutes: entry.minutes },
    title: 'Meeting',
    location: entry.place.trim() || undefined,
    status: entry.cancelled ? 'CANCELLED' : 'CONFIRMED',
    busyStatus: 'BUSY',
    classification: 'PRIVATE',
    productId: '-//Meetings//EN',
    method: 'PUBLISH',
  })
  if (error || value === null) throw error ?? new Error('The calendar file could not be written.')
  return value
}
