import { calendarOf } from '@/db/outbox/calendar-of'
import { read } from '@/db/read'
import { notFound } from '@/lib/errors'
import { isId } from '@/lib/id'
import { ownIdentity } from './own'

/** One of their own meetings as a file for a calendar. It says "Meeting" and when; the place only where they asked for it. */
export const myMeetingCalendar = read(
  'myMeetingCalendar',
  async (ctx, { meetingId }: { meetingId: string }) => {
    const { personId } = await ownIdentity(ctx)
    if (!isId(meetingId)) throw notFound()
    const { rows } = await ctx.client.query({
      name: 'my-meeting-calendar',
      text: `select m.id, m.starts_at as "startsAt", m.minutes, m.version, m.cancelled_at is not null as cancelled,
        case when c.place_in_calendar then m.place else '' end as place
      from meetings m left join contact_preferences c
        on c.partnership_id = m.partnership_id and c.person_id = m.person_id and c.relationship_id is null
      where m.person_id = $1 and m.id = $2`,
      values: [personId, meetingId],
    })
    if (!rows[0]) throw notFound()
    return calendarOf(rows[0])
  },
)
