import { and, eq } from 'drizzle-orm'
import type { Ctx } from '@/db/door'
import { endHeld } from '@/db/goals/change-words'
import { goals } from '@/db/schema/goals'
import { conflict, notFound, refused } from '@/lib/errors'
import { ownEpisodeHeld } from './own'

/** An open goal of theirs, with their episode held. */
export async function ownOpenGoal(ctx: Ctx, goalId: string) {
  const { personId, episode } = await ownEpisodeHeld(ctx)
  const [goal] = await ctx.db
    .select()
    .from(goals)
    .where(and(eq(goals.id, goalId), eq(goals.personId, personId)))
  if (!goal) throw notFound()
  ctx.about({ recordId: goalId })
  if (goal.endedOn) throw refused('This goal has ended. You can still read it.')
  return { goal, episode, personId }
}

/** @throws conflict where somebody else changed the goal after the form was opened */
export async function endOwnGoal(
  ctx: Ctx,
  goal: { id: string; version: number },
  version: number,
  ending: { because: string; words: string },
) {
  if (!(await endHeld(ctx, goal, version, ending)))
    throw conflict(
      'Somebody changed this goal while you were writing. Your words are still here. Press the button again.',
      {
        version: String(goal.version),
      },
    )
}
