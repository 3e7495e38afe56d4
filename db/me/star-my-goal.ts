import { eq } from 'drizzle-orm'
import { act } from '@/db/act'
import { goals } from '@/db/schema/goals'
import { ownStar } from '@/lib/own-pages/goal-forms'
import { ownOpenGoal } from './own-goal'

/** A star puts a goal first on their own pages. It is theirs: it ranks nothing and counts for nothing. */
export const starMyGoal = act('starMyGoal', ownStar, async (ctx, { goalId, starred }) => {
  await ownOpenGoal(ctx, goalId)
  await ctx.db
    .update(goals)
    .set({ starred: starred === 'yes' })
    .where(eq(goals.id, goalId))
  return { goalId }
})
