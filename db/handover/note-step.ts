import type { Ctx } from '@/db/door'
import { handoverSteps } from '@/db/schema/handover'
import { newId } from '@/lib/id'

/**
 * Writes down a step, or what happened within one. Before the change itself: what follows may end the reach of whoever
 * makes it, and row-level security would refuse whatever came after.
 */
export const noteStep = (
  ctx: Ctx,
  handover: { id: string; episodeId: string; personId: string },
  what: string,
  words = '',
) =>
  ctx.db.insert(handoverSteps).values({
    partnershipId: ctx.actor.partnershipId,
    id: newId(),
    handoverId: handover.id,
    episodeId: handover.episodeId,
    personId: handover.personId,
    what,
    words,
    byStaffId: ctx.actor.staffId,
  })
