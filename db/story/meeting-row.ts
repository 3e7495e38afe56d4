import type { Ctx } from '@/db/door'
import { notFound } from '@/lib/errors'
import { isId } from '@/lib/id'
import type { Attendance, CancelReason, MeetingWay } from '@/lib/story/meeting'

export type Meeting = {
  id: string
  startsAt: Date
  minutes: number
  how: MeetingWay
  place: string
  withStaffId: string
  with: string
  alsoStaffId: string | null
  also: string | null
  whoElse: string
  contactWords: string
  /** Others come to it too; who they are stands in their own records. */
  together: boolean
  /** How many of them are within reach. */
  others: number
  startedAt: Date | null
  attendance: Attendance | null
  attendanceWords: string
  sheetId: string | null
  nothingNext: boolean
  nothingNextBecause: string
  cancelledAt: Date | null
  cancelledBecause: CancelReason | null
  cancelledWords: string
  cancelledBy: string | null
  version: number
}

export const meetingText = `
  select m.id, m.starts_at as "startsAt", m.minutes, m.how, m.place, m.with_staff_id as "withStaffId", s.name as with,
    m.also_staff_id as "alsoStaffId", o.name as also, m.who_else as "whoElse", m.contact_words as "contactWords",
    m.together_id is not null as together,
    case when m.together_id is null then 0
      else (select count(*)::int - 1 from meetings x where x.together_id = m.together_id and x.cancelled_at is null) end as others,
    m.started_at as "startedAt", m.attendance, m.attendance_words as "attendanceWords", m.sheet_id as "sheetId",
    m.nothing_next as "nothingNext", m.nothing_next_because as "nothingNextBecause", m.cancelled_at as "cancelledAt",
    m.cancelled_because as "cancelledBecause", m.cancelled_words as "cancelledWords", c.name as "cancelledBy", m.version
  from meetings m join staff s on s.partnership_id = m.partnership_id and s.id = m.with_staff_id
  left join staff o on o.partnership_id = m.partnership_id and o.id = m.also_staff_id
  left join staff c on c.partnership_id = m.partnership_id and c.id = m.cancelled_by
  where m.person_id = $1`

/** @throws not found */
export async function findMeeting(ctx: Ctx, personId: string, meetingId: string): Promise<Meeting> {
  if (!isId(meetingId)) throw notFound()
  const { rows } = await ctx.client.query<Meeting>({
    name: 'meeting',
    text: `${meetingText} and m.id = $2`,
    values: [personId, meetingId],
  })
  if (!rows[0]) throw notFound()
  return rows[0]
}
