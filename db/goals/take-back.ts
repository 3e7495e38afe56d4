import type { Ctx } from '@/db/door'
import { corrections } from '@/db/schema/corrections'
import { conflict, notFound, refused } from '@/lib/errors'
import { mayUndo, undoMinutes } from '@/lib/goals/correction'

const text = `
  select r.id, r.episode_id as "episodeId", r.by_staff_id as "byStaffId", r.made_at as at, c.undo
  from ratings r left join corrections c on c.partnership_id = r.partnership_id and c.record_id = r.id
  where r.sheet_id = $1 and r.person_id = $2 order by r.id`

/** Takes back everything of one save, by whoever saved it, within ten minutes. The rows stay, struck through. */
export async function takeBack(ctx: Ctx, personId: string, sheetId: string): Promise<void> {
  ctx.about({ recordId: sheetId })
  const { rows } = await ctx.client.query<{
    id: string
    episodeId: string
    byStaffId: string
    at: Date
    undo: boolean | null
  }>(text, [sheetId, personId])
  if (rows.length === 0) throw notFound()
  const [first] = rows
  if (first!.byStaffId !== ctx.actor.staffId)
    throw refused('Only whoever saved these ratings can undo them. Correct a rating instead, with a reason.')
  if (rows.every((row) => row.undo)) throw refused('These ratings are taken back already.')
  const changed =
    'One of these ratings was put right meanwhile. Nothing was undone; correct the others one by one.'
  if (rows.some((row) => row.undo !== null)) throw conflict(changed)
  if (!mayUndo(first!, ctx.actor.staffId, ctx.now))
    throw refused(`Undo is there for ${undoMinutes} minutes. Correct a rating instead, with a reason.`)
  const taken = await ctx.db
    .insert(corrections)
    .values(
      rows.map((row) => ({
        partnershipId: ctx.actor.partnershipId,
        recordId: row.id,
        kind: 'rating',
        episodeId: row.episodeId,
        personId,
        undo: true,
        byStaffId: ctx.actor.staffId,
      })),
    )
    .onConflictDoNothing()
  if (taken.rowCount !== rows.length) throw conflict(changed)
  ctx.about({ detail: { ratings: rows.length } })
}
