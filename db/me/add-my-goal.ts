import { and, eq, isNull } from 'drizzle-orm'
import { act } from '@/db/act'
import { keepStep } from '@/db/goals/keep-step'
import { goals } from '@/db/schema/goals'
import { invalid } from '@/lib/errors'
import type { Whose } from '@/lib/goals/goal'
import { mayAddGoal, nextRank, ownerOf } from '@/lib/goals/limits'
import { newId } from '@/lib/id'
import { ownNewGoal } from '@/lib/own-pages/goal-forms'
import { ownEpisodeHeld } from './own'

/** A young person adds a goal of their own. Nobody has to agree to it; a fourth asks for its reason as it does with a worker. */
export const addMyGoal = act('addMyGoal', ownNewGoal, async (ctx, { firstStep, ...goal }) => {
  const { personId, episode } = await ownEpisodeHeld(ctx)
  const open = await ctx.db
    .select({ whose: goals.whose, rank: goals.rank })
    .from(goals)
    .where(and(eq(goals.personId, personId), isNull(goals.endedOn)))
  const own = open.filter((one) => ownerOf(one.whose as Whose) === 'young-person').length
  if (!mayAddGoal(own, goal.fourthBecause).ok)
    throw invalid({ fourthBecause: 'You have three goals. Say why a new one helps, or end one first.' })
  const goalId = newId()
  await ctx.db.insert(goals).values({
    partnershipId: ctx.actor.partnershipId,
    id: goalId,
    episodeId: episode.id,
    personId,
    words: goal.words,
    language: goal.language,
    whose: 'young-person',
    fourthBecause: goal.fourthBecause.trim() === '' ? null : goal.fourthBecause,
    rank: nextRank(open),
    agreedOn: ctx.today,
    byStaffId: ctx.actor.staffId,
  })
  if (firstStep.trim() !== '')
    await keepStep(ctx, { id: goalId, episodeId: episode.id, personId }, { words: firstStep })
  ctx.about({ recordId: goalId })
  return { goalId }
})
