import { and, asc, eq, isNull } from 'drizzle-orm'
import { act } from '@/db/act'
import { goals } from '@/db/schema/goals'
import { conflict, invalid } from '@/lib/errors'
import { ordered, orderSheet } from '@/lib/goals/order'
import { openEpisodeHeld } from './held'

/** Puts the open goals in the order that matters to them. The first three go to national returns. */
export const rankGoals = act('rankGoals', orderSheet, async (ctx, { personId, before, places }) => {
  await openEpisodeHeld(ctx, personId)
  const open = await ctx.db
    .select({ id: goals.id, rank: goals.rank })
    .from(goals)
    .where(and(eq(goals.personId, personId), isNull(goals.endedOn)))
    .orderBy(asc(goals.rank), asc(goals.madeAt), asc(goals.id))
  if (open.map((goal) => goal.id).join(' ') !== before.join(' '))
    throw conflict(
      'The open goals or their order changed while you had the page open. Nothing was overwritten. Open the page again to put them in order.',
    )
  const wanted = ordered(before, places)
  if (!wanted.ok) throw invalid(wanted.fields)
  for (const [index, goalId] of wanted.order.entries())
    if (open.find((goal) => goal.id === goalId)!.rank !== index + 1)
      await ctx.db
        .update(goals)
        .set({ rank: index + 1 })
        .where(eq(goals.id, goalId))
  return { personId }
})
