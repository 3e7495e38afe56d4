import { z } from 'zod'
import { act } from '@/db/act'
import { type Saved, takeBack } from '@/db/corrections/take-back'
import { identityOf } from '@/db/people/identity'
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
  const { rows } = await ctx.client.query<Saved>(text, [sittingId, personId])
  await takeBack(ctx, 'score', personId, rows)
  return { personId, scores: rows.length }
})
