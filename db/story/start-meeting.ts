import { z } from 'zod'
import { act } from '@/db/act'
import { identityOf } from '@/db/people/identity'
import { dayOf, inWords } from '@/lib/day'
import { refused } from '@/lib/errors'
import { id } from '@/lib/id'
import { holdMeeting } from './meeting-held'

/**
 * They are in the room: says when it began, for everybody who comes to it. Pressed twice, or by two workers, it began once.
 * No version is asked and none is made: starting changes nothing that anybody wrote.
 */
export const startMeeting = act(
  'startMeeting',
  z.strictObject({ personId: id, meetingId: id }),
  async (ctx, form) => {
    await identityOf(ctx, form.personId)
    const { meeting, others } = await holdMeeting(ctx, form.personId, form.meetingId)
    if (meeting.cancelledAt) throw refused('This meeting was cancelled.')
    if (!meeting.attendance && dayOf(meeting.startsAt) > ctx.today)
      throw refused(
        `This meeting is on ${inWords(dayOf(meeting.startsAt))}. Move it to today first, or book another one for now.`,
      )
    await ctx.client.query(
      `update meetings set started_at = $3
       where partnership_id = $1 and id = any ($2::uuid[]) and started_at is null and attendance is null and cancelled_at is null`,
      [ctx.actor.partnershipId, [meeting, ...others].map((one) => one.id), ctx.now],
    )
    ctx.about({ recordId: meeting.id })
    return { personId: form.personId, meetingId: meeting.id }
  },
)
