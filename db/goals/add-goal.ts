import { and, eq, isNull } from 'drizzle-orm'
import { act } from '@/db/act'
import { goals } from '@/db/schema/goals'
import { invalid } from '@/lib/errors'
import { newGoal, type Whose } from '@/lib/goals/goal'
import { mayAddGoal, nextRank, ownerOf } from '@/lib/goals/limits'
import { namesAnOutput, outputQuestion } from '@/lib/goals/output-words'
import { id, newId } from '@/lib/id'
import { openEpisodeHeld } from './held'
import { keepStep } from './keep-step'

/**
 * Adds a goal in the words it was said in. Words that name a service are asked about once and then kept as they are; a
 * fourth goal is asked about, and saved with its reason.
 */
export const addGoal = act(
  'addGoal',
  newGoal.extend({ personId: id }),
  async (ctx, { personId, firstStep, keepWords, ...goal }) => {
    if (goal.agreedOn > ctx.today)
      throw invalid({ agreedOn: 'This day is in the future. Enter the day you agreed it.' })
    const { episode } = await openEpisodeHeld(ctx, personId)
    const open = await ctx.db
      .select({ whose: goals.whose, rank: goals.rank })
      .from(goals)
      .where(and(eq(goals.personId, personId), isNull(goals.endedOn)))
    const sameOwner = open.filter((one) => ownerOf(one.whose as Whose) === ownerOf(goal.whose)).length
    const may = mayAddGoal(sameOwner, goal.fourthBecause)
    if (!may.ok) throw invalid({ fourthBecause: may.because })
    if (keepWords === '' && namesAnOutput(goal.words)) throw invalid({ keepWords: outputQuestion })
    const goalId = newId()
    await ctx.db.insert(goals).values({
      ...goal,
      partnershipId: ctx.actor.partnershipId,
      episodeId: episode.id,
      personId,
      id: goalId,
      kind: goal.kind || null,
      fourthBecause: goal.fourthBecause.trim() === '' ? null : goal.fourthBecause,
      rank: nextRank(open),
      byStaffId: ctx.actor.staffId,
    })
    if (firstStep.trim() !== '')
      await keepStep(ctx, { id: goalId, episodeId: episode.id, personId }, { words: firstStep })
    ctx.about({ recordId: goalId })
    return { personId, goalId }
  },
)
