import { createHash } from 'node:crypto'
import type { Ctx } from '@/db/door'
import { env } from '@/db/env'
import { notFound } from '@/lib/errors'
import { isId } from '@/lib/id'
import { type CalendarEntry, calendarFile } from '@/lib/outbox/calendar'

/** Our ids say when they were made; what leaves the house says nothing. */
const uidOf = (meetingId: string): string =>
  createHash('sha256').update(`calendar ${meetingId}`).digest('hex').slice(0, 32)

/** The calendar file of a meeting; the same entry whether it came by mail or was fetched. */
export const calendarOf = (meeting: CalendarEntry): string =>
  calendarFile({ ...meeting, id: uidOf(meeting.id) }, new URL(env().AUTH_URL || 'http://localhost').hostname)

/** A meeting in somebody's record as a file; the place only where they asked for it. @throws not found */
export async function meetingFile(ctx: Ctx, personId: string, meetingId: string): Promise<string> {
  if (!isId(meetingId)) throw notFound()
  const { rows } = await ctx.client.query<CalendarEntry>({
    name: 'meeting-calendar',
    text: `select m.id, m.starts_at as "startsAt", m.minutes, m.version, m.cancelled_at is not null as cancelled,
        case when c.place_in_calendar then m.place else '' end as place
      from meetings m left join contact_preferences c
        on c.partnership_id = m.partnership_id and c.person_id = m.person_id and c.relationship_id is null
      where m.person_id = $1 and m.id = $2`,
    values: [personId, meetingId],
  })
  if (!rows[0]) throw notFound()
  return calendarOf(rows[0])
}
