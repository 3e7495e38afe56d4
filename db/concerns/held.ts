import type { Ctx } from '@/db/door'
import { missingInTelling, type Telling } from '@/lib/concerns/concern'
import { instantAt } from '@/lib/day'
import { invalid, notFound } from '@/lib/errors'

/**
 * One concern within reach, held until the transaction ends, so that two additions never get the same number.
 * @throws not found when missing or out of reach
 */
export async function concernHeld(ctx: Ctx, personId: string, concernId: string) {
  await ctx.client.query({
    name: 'hold-concern',
    text: 'select pg_advisory_xact_lock(hashtextextended($1::uuid::text, 17))',
    values: [concernId],
  })
  const { rows } = await ctx.client.query<{ episodeId: string; taskId: string | null; newest: number }>({
    name: 'concern-held',
    text: `select c.episode_id as "episodeId", c.task_id as "taskId",
        (select coalesce(max(a.number), 0) from concern_additions a where a.concern_id = c.id) as newest
      from concerns c where c.id = $1 and c.person_id = $2`,
    values: [concernId, personId],
  })
  if (!rows[0]) throw notFound()
  return rows[0]
}

/**
 * Who was told and when, as the record keeps it.
 * @throws invalid when a part is missing, or the time is still to come
 */
export function tellingFrom(ctx: Ctx, typed: Telling) {
  const missing = missingInTelling(typed)
  if (Object.keys(missing).length > 0) throw invalid(missing)
  const toldAt = instantAt(typed.toldOn, typed.toldAt)
  if (toldAt > ctx.now) throw invalid({ toldAt: 'This is still to come. Enter when they were told.' })
  return {
    toldName: typed.toldName.trim(),
    toldRole: typed.toldRole.trim(),
    toldAgency: typed.toldAgency.trim(),
    toldAt,
  }
}
