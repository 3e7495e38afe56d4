import { type Saved, takeBack } from '@/db/corrections/take-back'
import type { Ctx } from '@/db/door'

const text = `
  select r.id, r.episode_id as "episodeId", r.by_staff_id as "byStaffId", r.made_at as at, c.undo
  from ratings r left join corrections c on c.partnership_id = r.partnership_id and c.record_id = r.id
  where r.sheet_id = $1 and r.person_id = $2 order by r.id`

/** Takes back every rating of one save. */
export async function takeBackSheet(ctx: Ctx, personId: string, sheetId: string): Promise<void> {
  ctx.about({ recordId: sheetId })
  const { rows } = await ctx.client.query<Saved>(text, [sheetId, personId])
  await takeBack(ctx, 'rating', personId, rows)
}
