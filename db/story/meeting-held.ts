import type { Ctx } from '@/db/door'
import { conflict, notFound } from '@/lib/errors'
import type { Attendance, MeetingWay } from '@/lib/story/meeting'

export type HeldMeeting = {
  id: string
  personId: string
  episodeId: string
  startsAt: Date
  minutes: number
  how: MeetingWay
  place: string
  withStaffId: string
  alsoStaffId: string | null
  whoElse: string
  contactWords: string
  togetherId: string | null
  startedAt: Date | null
  attendance: Attendance | null
  attendanceWords: string
  cancelledAt: Date | null
  version: number
}

/**
 * One meeting, and those of the others who come to it as far as they are within reach, held until the transaction ends:
 * of two people at once the second sees what the first one did.
 * @throws not found
 */
export async function holdMeeting(
  ctx: Ctx,
  personId: string,
  meetingId: string,
): Promise<{ meeting: HeldMeeting; others: HeldMeeting[] }> {
  const { rows } = await ctx.client.query<HeldMeeting>({
    name: 'hold meeting',
    text: `select m.id, m.person_id as "personId", m.episode_id as "episodeId", m.starts_at as "startsAt", m.minutes, m.how, m.place,
        m.with_staff_id as "withStaffId", m.also_staff_id as "alsoStaffId", m.who_else as "whoElse", m.contact_words as "contactWords",
        m.together_id as "togetherId", m.started_at as "startedAt", m.attendance, m.attendance_words as "attendanceWords",
        m.cancelled_at as "cancelledAt", m.version
      from meetings m
      where m.partnership_id = $1 and (m.id = $2 or m.together_id = (select x.together_id from meetings x where x.partnership_id = $1 and x.id = $2))
      order by m.id for update`,
    values: [ctx.actor.partnershipId, meetingId],
  })
  const meeting = rows.find((row) => row.id === meetingId && row.personId === personId)
  if (!meeting) throw notFound()
  return { meeting, others: rows.filter((row) => row.id !== meetingId) }
}

/** @throws conflict when it was changed since the form was opened */
export function unchangedSince(meeting: HeldMeeting, version: number, theirs: Record<string, string>): void {
  if (meeting.version !== version)
    throw conflict(
      'Someone else changed this meeting while you were writing. Look at both, then save again.',
      {
        ...theirs,
        version: String(meeting.version),
      },
    )
}

/** One of several goes their own way; somebody left alone has a meeting like any other. */
export async function leaveTogether(ctx: Ctx, meeting: HeldMeeting, others: readonly HeldMeeting[]) {
  if (!meeting.togetherId) return
  const left = others.filter((one) => !one.cancelledAt)
  const alone = [meeting.id, ...(left.length === 1 ? [left[0]!.id] : [])]
  await ctx.client.query(
    'update meetings set together_id = null where partnership_id = $1 and id = any ($2::uuid[])',
    [ctx.actor.partnershipId, alone],
  )
}
