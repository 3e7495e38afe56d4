import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { act } from '@/db/act'
import { staff } from '@/db/schema/organisations'
import { refused } from '@/lib/errors'
import { id } from '@/lib/id'
import { ticked } from '@/lib/parse'
import { endSessions, giveToDutyWorker, heldStaff, keepAnAdministrator, notOneself } from './held'

const input = z.strictObject({ staffId: id, to: z.enum(['suspended', 'active']), giveToDuty: ticked })

/**
 * Suspends an account at once, or lets it in again. Never refused for the young people it is beside: they keep their named
 * worker, or go to the duty worker when that is asked.
 */
export const suspendStaff = act('suspendStaff', input, async (ctx, form) => {
  const held = await heldStaff(ctx, form.staffId)
  notOneself(ctx, held.id, 'suspend')
  if (held.status === 'left') throw refused('They have left already.')
  if (form.to === 'suspended' && held.roles.some((one) => one.role === 'administrator'))
    await keepAnAdministrator(ctx, held.id)
  await ctx.db
    .update(staff)
    .set({ status: form.to })
    .where(and(eq(staff.partnershipId, ctx.actor.partnershipId), eq(staff.id, held.id)))
  await endSessions(ctx, held.id)
  const given = form.to === 'suspended' && form.giveToDuty ? await giveToDutyWorker(ctx, held.id, null) : 0
  ctx.about({ detail: { to: form.to, given } })
  return { staffId: held.id }
})
