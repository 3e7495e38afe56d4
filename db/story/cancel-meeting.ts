import { and, eq, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { act } from '@/db/act'
import { dropReminders } from '@/db/outbox/remind'
import { identityOf } from '@/db/people/identity'
import { meetings } from '@/db/schema/story'
import { refused } from '@/lib/errors'
import { id } from '@/lib/id'
import { optionalText, version } from '@/lib/parse'
import { othersToo } from '@/lib/story/booking'
import { cancelReason, settled } from '@/lib/story/meeting'
import { holdMeeting, leaveTogether, unchangedSince } from './meeting-held'

const input = z.strictObject({
  personId: id,
  meetingId: id,
  version,
  because: cancelReason,
  words: optionalText,
  othersToo,
})

/** A meeting that will not be. It stays in the record with the reason and who said so. */
export const cancelMeeting = act('cancelMeeting', input, async (ctx, form) => {
  await identityOf(ctx, form.personId)
  const { meeting, others } = await holdMeeting(ctx, form.personId, form.meetingId)
  const over = settled(meeting)
  if (over) throw refused(over)
  unchangedSince(meeting, form.version, {})
  const gone = [meeting, ...(form.othersToo ? others.filter((one) => settled(one) === null) : [])]
  if (!form.othersToo) await leaveTogether(ctx, meeting, others)
  await ctx.db
    .update(meetings)
    .set({
      cancelledAt: ctx.now,
      cancelledBy: ctx.actor.staffId,
      cancelledBecause: form.because,
      cancelledWords: form.words,
      version: sql`${meetings.version} + 1`,
    })
    .where(
      and(
        eq(meetings.partnershipId, ctx.actor.partnershipId),
        inArray(
          meetings.id,
          gone.map((one) => one.id),
        ),
      ),
    )
  await dropReminders(ctx, { meetingIds: gone.map((one) => one.id) }, 'cancelled')
  ctx.about({
    recordId: meeting.id,
    ...(gone.length > 1 && { detail: { people: gone.length, ids: gone.map((one) => one.personId) } }),
  })
  return { personId: form.personId, meetingId: meeting.id }
})
