import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { act } from '@/db/act'
import { remind } from '@/db/outbox/remind'
import { identityOf } from '@/db/people/identity'
import { meetings } from '@/db/schema/story'
import { dayOf, instantAt, timeInWords } from '@/lib/day'
import { invalid, refused } from '@/lib/errors'
import { id } from '@/lib/id'
import { requiredText, version } from '@/lib/parse'
import { bookingFields, notTwice, othersToo } from '@/lib/story/booking'
import { settled } from '@/lib/story/meeting'
import { allBeside } from './book'
import { clashesOf } from './clashes'
import { keepWhatItWas } from './keep-what-it-was'
import { holdMeeting, leaveTogether, unchangedSince } from './meeting-held'

const input = z
  .strictObject({
    personId: id,
    meetingId: id,
    version,
    ...bookingFields,
    because: requiredText('Say why it is moved.'),
    /** The others who come to it move too; otherwise this one becomes a meeting of its own. */
    othersToo,
  })
  .refine(notTwice.check, notTwice.says)

/** Another day, time, place or person for a meeting still to come. What it was before is kept, with the reason. */
export const moveMeeting = act('moveMeeting', input, async (ctx, form) => {
  await identityOf(ctx, form.personId)
  const { meeting, others } = await holdMeeting(ctx, form.personId, form.meetingId)
  const over = settled(meeting)
  if (over) throw refused(over)
  unchangedSince(meeting, form.version, {
    on: dayOf(meeting.startsAt),
    at: timeInWords(meeting.startsAt),
    place: meeting.place,
    contactWords: meeting.contactWords,
    whoElse: meeting.whoElse,
    minutes: String(meeting.minutes),
  })
  const startsAt = instantAt(form.on, form.at)
  if (form.on < ctx.today) throw invalid({ on: 'This day is past. Choose today or a later day.' })
  const same =
    startsAt.getTime() === meeting.startsAt.getTime() &&
    (['minutes', 'how', 'place', 'contactWords', 'withStaffId', 'whoElse'] as const).every(
      (field) => form[field] === meeting[field],
    ) &&
    (form.alsoStaffId || null) === meeting.alsoStaffId
  if (same) throw refused('Nothing is different yet. Change the day, the time, the place or who comes.')
  const moved = [meeting, ...(form.othersToo ? others.filter((one) => settled(one) === null) : [])]
  const people = []
  for (const { personId } of [...moved].reverse()) people.unshift(await identityOf(ctx, personId))
  const workers = await allBeside(ctx, people, form)
  if (!form.evenSo) {
    const except = moved.map((one) => one.id)
    const clashes = await clashesOf(ctx, { startsAt, minutes: form.minutes, workers, people, except })
    if (clashes.length > 0) throw invalid({ evenSo: clashes.join(' ') })
  }
  if (!form.othersToo) await leaveTogether(ctx, meeting, others)
  await keepWhatItWas(ctx, moved, form.because)
  for (const one of moved)
    await ctx.db
      .update(meetings)
      .set({
        startsAt,
        minutes: form.minutes,
        how: form.how,
        place: form.place,
        contactWords: form.contactWords,
        withStaffId: form.withStaffId,
        alsoStaffId: form.alsoStaffId || null,
        // Who comes with one of them is no business of another's record.
        ...(one === meeting && { whoElse: form.whoElse }),
        version: one.version + 1,
      })
      .where(and(eq(meetings.partnershipId, ctx.actor.partnershipId), eq(meetings.id, one.id)))
  await remind(
    ctx,
    moved.map((one) => one.id),
  )
  ctx.about({
    recordId: meeting.id,
    ...(moved.length > 1 && { detail: { people: moved.length, ids: moved.map((one) => one.personId) } }),
  })
  return { personId: form.personId, meetingId: meeting.id }
})
