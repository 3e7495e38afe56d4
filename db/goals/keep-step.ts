import type { Ctx } from '@/db/door'
import { goalSteps } from '@/db/schema/goal-work'
import { invalid } from '@/lib/errors'
import { newId } from '@/lib/id'

type Goal = { id: string; episodeId: string; personId: string }
type Step = { words: string; who?: string; byDay?: string }

/** Keeps a small step towards a goal: what, and where it was said who and by when. @throws invalid for a day gone by */
export async function keepStep(ctx: Ctx, goal: Goal, { words, who, byDay = '' }: Step): Promise<string> {
  if (byDay !== '' && byDay < ctx.today)
    throw invalid({ byDay: 'This day has gone by. Enter a day from today on, or leave it empty.' })
  const stepId = newId()
  await ctx.db.insert(goalSteps).values({
    partnershipId: ctx.actor.partnershipId,
    id: stepId,
    goalId: goal.id,
    episodeId: goal.episodeId,
    personId: goal.personId,
    words,
    who,
    byDay: byDay || null,
    byStaffId: ctx.actor.staffId,
  })
  return stepId
}
