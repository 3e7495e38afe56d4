import type { Ctx } from '@/db/door'
import { conflict, notFound, refused } from '@/lib/errors'
import { mayUndo, undoMinutes } from '@/lib/goals/correction'
import { putRight } from './put-right'

/** One row of a save, the first one saved first; `undo` is null while nobody put it right. */
export type Saved = { id: string; episodeId: string; byStaffId: string; at: Date; undo: boolean | null }

/**
 * Takes back everything of one save, by whoever saved it, within ten minutes. The rows stay, struck through.
 * @throws refused and conflict, where somebody put one of them right meanwhile
 */
export async function takeBack(
  ctx: Ctx,
  kind: 'rating' | 'score',
  personId: string,
  rows: readonly Saved[],
): Promise<void> {
  const [first] = rows
  if (!first) throw notFound()
  const instead = `Correct a ${kind} instead, with a reason.`
  if (first.byStaffId !== ctx.actor.staffId)
    throw refused(`Only whoever saved these ${kind}s can undo them. ${instead}`)
  if (rows.every((row) => row.undo)) throw refused(`These ${kind}s are taken back already.`)
  const changed = `One of these ${kind}s was put right meanwhile. Nothing was undone; correct the others one by one.`
  if (rows.some((row) => row.undo !== null)) throw conflict(changed)
  if (!mayUndo(first, ctx.actor.staffId, ctx.now))
    throw refused(`Undo is there for ${undoMinutes} minutes. ${instead}`)
  const { partnershipId } = ctx.actor
  const held = rows.map(({ id, episodeId }) => ({ partnershipId, id, episodeId, personId }))
  if (!(await putRight(ctx, kind, held, { undo: true }))) throw conflict(changed)
  ctx.about({ detail: { [`${kind}s`]: rows.length } })
}
