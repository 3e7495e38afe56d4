import { z } from 'zod'
import { act } from '@/db/act'
import { identityOf } from '@/db/people/identity'
import { corrections } from '@/db/schema/corrections'
import { conflict, notFound, refused } from '@/lib/errors'
import { mayUndo, undoMinutes } from '@/lib/goals/correction'
import { id } from '@/lib/id'

const input = z.strictObject({ personId: id, sittingId: id })

const text = `
  select s.id, s.episode_id as "episodeId", s.by_staff_id as "byStaffId", s.made_at as at, c.undo
  from measure_scores s left join corrections c on c.partnership_id = s.partnership_id and c.record_id = s.id
  where s.sitting_id = $1 and s.person_id = $2 order by s.id`

/** Takes back every score of one save, by whoever saved it, within ten minutes. The rows stay, struck through. */
export const undoScores = act('undoScores', input, async (ctx, { personId, sittingId }) => {
  await identityOf(ctx, personId)
  ctx.about({ recordId: sittingId })
  const { rows } = await ctx.client.query<{
    id: string
    episodeId: string
    byStaffId: string
    at: Date
    undo: boolean | null
  }>(text, [sittingId, personId])
  const first = rows[0]
  if (!first) throw notFound()
  if (rows.some((row) => row.byStaffId !== ctx.actor.staffId))
    throw refused('Only whoever saved these scores can undo them. Correct a score instead, with a reason.')
  if (rows.every((row) => row.undo)) throw refused('These scores are taken back already.')
  const changed =
    'One of these scores was put right meanwhile. Nothing was undone; correct the others one by one.'
  if (rows.some((row) => row.undo !== null)) throw conflict(changed)
  if (!mayUndo(first, ctx.actor.staffId, ctx.now))
    throw refused(`Undo is there for ${undoMinutes} minutes. Correct a score instead, with a reason.`)
  const taken = await ctx.db
    .insert(corrections)
    .values(
      rows.map((row) => ({
        partnershipId: ctx.actor.partnershipId,
        recordId: row.id,
        kind: 'score',
        episodeId: row.episodeId,
        personId,
        undo: true,
        byStaffId: ctx.actor.staffId,
      })),
    )
    .onConflictDoNothing()
  if (taken.rowCount !== rows.length) throw conflict(changed)
  ctx.about({ detail: { scores: rows.length } })
  return { personId, scores: rows.length }
})
