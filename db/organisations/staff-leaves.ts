import { and, eq, gt, isNull, or } from 'drizzle-orm'
import { z } from 'zod'
import { act } from '@/db/act'
import { memberships, staff } from '@/db/schema/organisations'
import { refused } from '@/lib/errors'
import { id } from '@/lib/id'
import { people } from '@/lib/organisations/team'
import { ticked } from '@/lib/parse'
import {
  dutyTeams,
  endSessions,
  giveToDutyWorker,
  heldStaff,
  keepAnAdministrator,
  notOneself,
  youngPeopleWith,
} from './held'

const input = z.strictObject({ staffId: id, giveToDuty: ticked })

/**
 * Somebody leaves: every role and session ends, and nothing signs them in any more. Refused while a young person or a team
 * counts on them, unless their young people go to the duty worker in the same transaction.
 */
export const staffLeaves = act('staffLeaves', input, async (ctx, { staffId, giveToDuty }) => {
  const held = await heldStaff(ctx, staffId)
  notOneself(ctx, held.id, 'end')
  if (held.status === 'left') throw refused('They have left already.')
  if (held.roles.some((one) => one.role === 'administrator')) await keepAnAdministrator(ctx, held.id)
  const duty = await dutyTeams(ctx, held.id)
  if (duty.length > 0)
    throw refused(
      `${held.name} is the duty worker of ${duty.map((team) => team.name).join(' and ')}. Choose another duty worker there first.`,
    )
  const count = await youngPeopleWith(ctx, held.id, null)
  if (count > 0 && !giveToDuty)
    throw refused(
      `${held.name} is beside ${people(count)}. Tick “Give their young people to the duty worker”, or ask the team to name somebody else.`,
    )
  // Also with nobody to give: meetings to come and open tasks beside others' young people go to those workers.
  const given = await giveToDutyWorker(ctx, held.id, null)
  const ours = {
    staff: eq(staff.partnershipId, ctx.actor.partnershipId),
    roles: eq(memberships.partnershipId, ctx.actor.partnershipId),
  }
  await ctx.db
    .update(staff)
    // The address is free again, for their new account if they come back.
    .set({ status: 'left', email: null })
    .where(and(ours.staff, eq(staff.id, held.id)))
  await ctx.db
    .update(memberships)
    .set({ toDay: ctx.today })
    .where(
      and(
        ours.roles,
        eq(memberships.staffId, held.id),
        or(isNull(memberships.toDay), gt(memberships.toDay, ctx.today)),
      ),
    )
  await endSessions(ctx, held.id)
  await ctx.client.query('select app.forget_sign_in($1)', [held.id])
  ctx.about({ detail: { given } })
  return { staffId: held.id }
})
