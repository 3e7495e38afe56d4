import { and, eq } from 'drizzle-orm'
import { act } from '@/db/act'
import { goals } from '@/db/schema/goals'
import { notFound, refused } from '@/lib/errors'
import { newStep } from '@/lib/goals/step'
import { openEpisodeHeld } from './held'
import { keepStep } from './keep-step'

/** Adds a small step towards an open goal: what, who, by when. */
export const addStep = act('addStep', newStep, async (ctx, { personId, goalId, ...step }) => {
  const { episode } = await openEpisodeHeld(ctx, personId)
  const [goal] = await ctx.db
    .select({ endedOn: goals.endedOn })
    .from(goals)
    .where(and(eq(goals.id, goalId), eq(goals.personId, personId)))
  if (!goal) throw notFound()
  if (goal.endedOn) throw refused('This goal has ended, so that no step leads to it any more.')
  const stepId = await keepStep(ctx, { id: goalId, episodeId: episode.id, personId }, step)
  ctx.about({ recordId: stepId })
  return { personId, goalId, stepId }
})
