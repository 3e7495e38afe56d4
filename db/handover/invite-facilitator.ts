import { z } from 'zod'
import { act } from '@/db/act'
import { membersOf } from '@/db/referrals/members'
import { invalid, refused } from '@/lib/errors'
import { invite } from '@/lib/handover/moves'
import { id } from '@/lib/id'
import { version } from '@/lib/parse'
import { actingIn, allowed, holdHandover } from './held'
import { noteStep } from './note-step'
import { saveHandover } from './save'

const input = z.strictObject({
  handoverId: id,
  version,
  /** Empty for the receiving team's duty person. */
  workerId: z.union([z.literal(''), id]).default(''),
})

/** Invites a receiving worker. From this moment, and while the invitation stands, their team sees the record. */
export const inviteFacilitator = act('inviteFacilitator', input, async (ctx, form) => {
  const held = await holdHandover(ctx, form.handoverId, form.version)
  allowed(invite(held.state, actingIn(ctx, held)))
  const duty = await ctx.client.query('select duty_staff_id from teams where id = $1', [held.to.teamId])
  const workerId: string | null = form.workerId || duty.rows[0].duty_staff_id
  const member = (await membersOf(ctx, held.to.teamId)).find((one) => one.id === workerId)
  if (!member && form.workerId === '')
    throw refused(`${held.to.team} has no duty person who can be invited. Choose a worker there.`)
  if (!member) throw invalid({ workerId: `Choose someone who works in ${held.to.team} now.` })
  if (member.id === held.from.worker.id)
    throw invalid({ workerId: 'Choose somebody else: two people stay beside them.' })
  await noteStep(ctx, held, 'invited')
  await saveHandover(ctx, held, {
    receivingWorkerId: member.id,
    invitedAt: ctx.now,
    sharingEntryId: held.basis.may ? held.basis.entryId : null,
  })
  return { personId: held.personId, handoverId: held.id, invited: member.name }
})
