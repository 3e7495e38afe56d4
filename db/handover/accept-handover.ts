import { z } from 'zod'
import { act } from '@/db/act'
import { remind } from '@/db/outbox/remind'
import { membersOf } from '@/db/referrals/members'
import { meetings } from '@/db/schema/story'
import { refused } from '@/lib/errors'
import { accept } from '@/lib/handover/moves'
import { id, newId } from '@/lib/id'
import { version } from '@/lib/parse'
import { actingIn, allowed, holdHandover } from './held'
import { noteStep } from './note-step'
import { saveHandover } from './save'

const input = z.strictObject({ handoverId: id, version })

/** Says yes to an invitation. Two people are beside the young person now; the sending worker stays the named worker. */
export const acceptHandover = act('acceptHandover', input, async (ctx, form) => {
  const held = await holdHandover(ctx, form.handoverId, form.version)
  allowed(accept(held.state, actingIn(ctx, held)))
  const receiving = held.to.worker
  if (!receiving || !(await membersOf(ctx, held.to.teamId)).some((one) => one.id === receiving.id))
    throw refused(
      `Whoever was invited no longer works in ${held.to.team}. Decline, and say who could be asked.`,
    )
  await noteStep(ctx, held, 'accepted')
  // The time they were offered becomes a meeting of both, on both their days.
  if (held.proposedMeeting && held.proposedMeeting > ctx.now) {
    const meetingId = newId()
    await ctx.db.insert(meetings).values({
      partnershipId: ctx.actor.partnershipId,
      id: meetingId,
      episodeId: held.episodeId,
      personId: held.personId,
      withStaffId: held.from.worker.id,
      alsoStaffId: receiving.id,
      startsAt: held.proposedMeeting,
      byStaffId: ctx.actor.staffId,
    })
    await remind(ctx, [meetingId])
  }
  await saveHandover(ctx, held, {
    acceptedAt: ctx.now,
    firstJointMeetingAt: null,
    sharingEntryId: held.basis.may ? held.basis.entryId : null,
  })
  return { personId: held.personId, handoverId: held.id }
})
