import { act } from '@/db/act'
import { ownEnding } from '@/lib/own-pages/goal-forms'
import { endOwnGoal, ownOpenGoal } from './own-goal'

/** A young person ends a goal of theirs. Its words and every answer stay, to read. */
export const endMyGoal = act('endMyGoal', ownEnding, async (ctx, { goalId, version, ...ending }) => {
  const { goal } = await ownOpenGoal(ctx, goalId)
  await endOwnGoal(ctx, goal, version, ending)
  return { goalId }
})
