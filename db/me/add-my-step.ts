import { act } from '@/db/act'
import { keepStep } from '@/db/goals/keep-step'
import { newStep } from '@/lib/goals/step'
import { ownOpenGoal } from './own-goal'

/** A young person adds a small step towards a goal of theirs. */
export const addMyStep = act(
  'addMyStep',
  newStep.omit({ personId: true }),
  async (ctx, { goalId, ...step }) => {
    const { personId, episode } = await ownOpenGoal(ctx, goalId)
    await keepStep(ctx, { id: goalId, episodeId: episode.id, personId }, step)
    return { goalId }
  },
)
