import { z } from 'zod'
import { act } from '@/db/act'
import { identityOf } from '@/db/people/identity'
import { meetings } from '@/db/schema/story'
import { day, instantAt } from '@/lib/day'
import { invalid, refused } from '@/lib/errors'
import { id, newId } from '@/lib/id'
import { optionalText } from '@/lib/parse'
import { meetingWay, timeOfDay } from '@/lib/story/meeting'
import { workersBeside } from './workers-beside'

const input = z
  .strictObject({
    personId: id,
    on: day,
    at: timeOfDay,
    minutes: z.coerce
      .number({ error: 'Enter how many minutes.' })
      .int('Enter whole minutes.')
      .min(5, 'Enter 5 minutes or more.')
      .max(480, 'Enter 480 minutes or fewer.')
      .default(50),
    how: meetingWay,
    place: optionalText,
    withStaffId: id,
    alsoStaffId: z.union([id, z.literal('')]).default(''),
    whoElse: optionalText,
  })
  .refine((form) => form.alsoStaffId !== form.withStaffId, {
    error: 'Choose somebody else, or nobody.',
    path: ['alsoStaffId'],
  })

/** A meeting with a young person: one worker, or two while one hands over to the other. May lie in the past, to be written down. */
export const bookMeeting = act('bookMeeting', input, async (ctx, form) => {
  const { personId, episode } = await identityOf(ctx, form.personId)
  if (episode.status === 'declined' || episode.status === 'ended')
    throw refused('There is no open referral to meet about. Register a new one, or bring them back.')
  const beside = await workersBeside(ctx, episode.id)
  for (const field of ['withStaffId', 'alsoStaffId'] as const)
    if (form[field] !== '' && !beside.some((worker) => worker.id === form[field]))
      throw invalid({ [field]: 'Choose somebody who works with this young person.' })
  const meetingId = newId()
  await ctx.db.insert(meetings).values({
    partnershipId: ctx.actor.partnershipId,
    id: meetingId,
    episodeId: episode.id,
    personId,
    withStaffId: form.withStaffId,
    alsoStaffId: form.alsoStaffId || null,
    startsAt: instantAt(form.on, form.at),
    minutes: form.minutes,
    how: form.how,
    place: form.place,
    whoElse: form.whoElse,
    byStaffId: ctx.actor.staffId,
  })
  ctx.about({ recordId: meetingId })
  return { personId, meetingId }
})
