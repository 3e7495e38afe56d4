import { z } from 'zod'
import { act } from '@/db/act'
import { identityOf } from '@/db/people/identity'
import { conflict, notFound, refused } from '@/lib/errors'
import { id } from '@/lib/id'
import { optionalText, version } from '@/lib/parse'
import { attendance, attendances } from '@/lib/story/meeting'

const input = z.strictObject({
  personId: id,
  meetingId: id,
  version,
  attendance,
  attendanceWords: optionalText,
})

/** Whether the young person came to a meeting, in words that blame nobody. */
export const recordAttendance = act('recordAttendance', input, async (ctx, form) => {
  const { personId } = await identityOf(ctx, form.personId)
  const key = [ctx.actor.partnershipId, personId, form.meetingId]
  const { rows } = await ctx.client.query(
    'select starts_at, cancelled_at, attendance, attendance_words, version from meetings where partnership_id = $1 and person_id = $2 and id = $3',
    key,
  )
  const meeting = rows[0]
  if (!meeting) throw notFound()
  if (meeting.cancelled_at) throw refused('This meeting was cancelled.')
  if (meeting.starts_at > ctx.now) throw refused('This meeting has not started yet.')
  const saved = await ctx.client.query(
    `update meetings set attendance = $5, attendance_words = $6, version = version + 1
     where partnership_id = $1 and person_id = $2 and id = $3 and version = $4`,
    [...key, form.version, form.attendance, form.attendanceWords],
  )
  if (saved.rowCount !== 1)
    throw conflict('Someone else wrote down what happened while you were writing.', {
      attendance: meeting.attendance
        ? attendances[meeting.attendance as keyof typeof attendances]
        : 'Nothing yet',
      attendanceWords: meeting.attendance_words,
      version: String(meeting.version),
    })
  ctx.about({ recordId: form.meetingId })
  return { personId, meetingId: form.meetingId }
})
