import { createHash } from 'node:crypto'
import { env } from '@/db/env'
import { type CalendarEntry, calendarFile } from '@/lib/outbox/calendar'

/** Our ids say when they were made; what leaves the house says nothing. */
const uidOf = (meetingId: string): string =>
  createHash('sha256').update(`calendar ${meetingId}`).digest('hex').slice(0, 32)

/** The calendar file of a meeting; the same entry whether it came by mail or was fetched. */
export const calendarOf = (meeting: CalendarEntry): string =>
  calendarFile({ ...meeting, id: uidOf(meeting.id) }, new URL(env().AUTH_URL || 'http://localhost').hostname)
