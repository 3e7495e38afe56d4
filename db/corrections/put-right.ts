import type { Ctx } from '@/db/door'
import { corrections } from '@/db/schema/corrections'

/** What can be put right, as the audit and the story call it. */
export type Kind = 'rating' | 'score' | 'note' | 'current-view'

type Held = { partnershipId: string; id: string; episodeId: string; personId: string }
type How = { replacedBy?: string | null; because?: string; undo?: boolean }

/**
 * Writes down that records no longer stand: each is put right at most once.
 * @returns whether this was first for every one of them
 */
export async function putRight(ctx: Ctx, kind: Kind, held: readonly Held[], how: How): Promise<boolean> {
  const put = await ctx.db
    .insert(corrections)
    .values(
      held.map(({ partnershipId, id, episodeId, personId }) => ({
        partnershipId,
        recordId: id,
        kind,
        episodeId,
        personId,
        byStaffId: ctx.actor.staffId,
        ...how,
      })),
    )
    .onConflictDoNothing()
  return put.rowCount === held.length
}
