import { and, eq } from 'drizzle-orm'
import { act } from '@/db/act'
import { goalSteps } from '@/db/schema/goal-work'
import { goals } from '@/db/schema/goals'
import { invalid, notFound, refused } from '@/lib/errors'
import { newStep } from '@/lib/goals/step'
import { newId } from '@/lib/id'
import { openEpisodeHeld } from './held'

/** Adds a small step towards an open goal: what, who, by when. */
export const addStep = act('addStep', newStep, async (ctx, { personId, goalId, ...step }) => {
  const { episode } = await openEpisodeHeld(ctx, personId)
  const [goal] = await ctx.db
    .select({ endedOn: goals.endedOn })
    .from(goals)
    .where(and(eq(goals.id, goalId), eq(goals.personId, personId)))
  if (!goal) throw notFound()
  if (goal.endedOn) throw refused('This goal has ended, so that no step leads to it any more.')
  if (step.byDay !== '' && step.byDay < ctx.today)
    throw invalid({ byDay: 'This day has gone by. Enter a day from today on, or leave it empty.' })
  const stepId = newId()
  await ctx.db.insert(goalSteps).values({
    partnershipId: ctx.actor.partnershipId,
    id: stepId,
    goalId,
    episodeId: episode.id,
    personId,
    words: step.words,
    who: step.who,
    byDay: step.byDay || null,
    byStaffId: ctx.actor.staffId,
  })
  ctx.about({ recordId: stepId })
  return { personId, goalId, stepId }
})
