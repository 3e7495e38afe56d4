import { act } from '@/db/act'
import { goalSteps } from '@/db/schema/goal-work'
import { newStep } from '@/lib/goals/step'
import { newId } from '@/lib/id'
import { ownOpenGoal } from './own-goal'

/** A young person adds a small step towards a goal of theirs. */
export const addMyStep = act(
  'addMyStep',
  newStep.omit({ personId: true }),
  async (ctx, { goalId, ...step }) => {
    const { personId, episode } = await ownOpenGoal(ctx, goalId)
    await ctx.db.insert(goalSteps).values({
      partnershipId: ctx.actor.partnershipId,
      id: newId(),
      goalId,
      episodeId: episode.id,
      personId,
      words: step.words,
      who: step.who,
      byDay: step.byDay || null,
      byStaffId: ctx.actor.staffId,
    })
    return { goalId }
  },
)
