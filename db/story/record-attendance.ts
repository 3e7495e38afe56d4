import { z } from 'zod'
import { act } from '@/db/act'
import { identityOf } from '@/db/people/identity'
import { id } from '@/lib/id'
import { optionalText, version } from '@/lib/parse'
import { attendance } from '@/lib/story/meeting'
import { holdMeeting } from './meeting-held'
import { mayBeWritten, unchanged, writeDown } from './record-meeting'

const input = z.strictObject({
  personId: id,
  meetingId: id,
  version,
  attendance,
  attendanceWords: optionalText,
})

/** Whether the young person came to a meeting, in words that blame nobody. What was said before is kept. */
export const recordAttendance = act('recordAttendance', input, async (ctx, form) => {
  const { personId } = await identityOf(ctx, form.personId)
  const { meeting } = await holdMeeting(ctx, personId, form.meetingId)
  mayBeWritten(ctx, meeting)
  unchanged(meeting, form.version)
  await writeDown(ctx, meeting, { ...form, sheetId: null, nothing: false, nothingBecause: '' })
  ctx.about({ recordId: form.meetingId })
  return { personId, meetingId: form.meetingId }
})
