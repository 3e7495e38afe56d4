import { z } from 'zod'
import { act } from '@/db/act'
import { identityOf } from '@/db/people/identity'
import { id } from '@/lib/id'
import { many } from '@/lib/parse'
import { bookingFields, notTwice } from '@/lib/story/booking'
import { book } from './book'

const input = z
  .strictObject({ personId: id, alsoFor: many(id).optional(), ...bookingFields })
  .refine(notTwice.check, notTwice.says)

/**
 * A meeting with a young person, or with several at once: one worker, or two while one hands over to the other. May lie in
 * the past, to be written down.
 */
export const bookMeeting = act('bookMeeting', input, async (ctx, form) => {
  const others = [...new Set(form.alsoFor ?? [])].filter((personId) => personId !== form.personId)
  const people = []
  // Whose record the form stands in comes last: the audit names it, and the others by id beside it.
  for (const personId of [...others, form.personId]) people.unshift(await identityOf(ctx, personId))
  const [meetingId] = await book(ctx, people, form, { evenSo: form.evenSo })
  ctx.about({
    recordId: meetingId,
    ...(others.length > 0 && { detail: { people: people.length, ids: people.map((one) => one.personId) } }),
  })
  return { personId: form.personId, meetingId: meetingId! }
})
