import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { act } from '@/db/act'
import { stepHeld } from '@/db/goals/step-held'
import { goalSteps } from '@/db/schema/goal-work'
import { id } from '@/lib/id'
import { version } from '@/lib/parse'
import { ownEpisodeHeld } from './own'

const input = z.strictObject({ stepId: id, version, done: z.enum(['yes', 'no']) })

/** A young person ticks a small step, or takes the tick off. Nothing counts how many. */
export const tickMyStep = act('tickMyStep', input, async (ctx, { stepId, version: before, done }) => {
  const { personId } = await ownEpisodeHeld(ctx)
  const step = await stepHeld(ctx, { personId, stepId, version: before })
  const is = done === 'yes'
  await ctx.db
    .update(goalSteps)
    .set({ doneAt: is ? ctx.now : null, doneBy: is ? ctx.actor.staffId : null, version: before + 1 })
    .where(eq(goalSteps.id, step.id))
  return { goalId: step.goalId }
})
