import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { act } from '@/db/act'
import { goalSteps } from '@/db/schema/goal-work'
import { refused } from '@/lib/errors'
import { id } from '@/lib/id'
import { version } from '@/lib/parse'
import { stepHeld } from './step-held'

const input = z.strictObject({ personId: id, stepId: id, version })

/** A small step is done. */
export const finishStep = act('finishStep', input, async (ctx, asked) => {
  const step = await stepHeld(ctx, asked)
  if (step.doneAt) throw refused('This step is done already.')
  await ctx.db
    .update(goalSteps)
    .set({ doneAt: ctx.now, doneBy: ctx.actor.staffId, version: step.version + 1 })
    .where(eq(goalSteps.id, step.id))
  return { personId: step.personId, goalId: step.goalId }
})
