import { and, eq, isNull } from 'drizzle-orm'
import { act } from '@/db/act'
import { goals } from '@/db/schema/goals'
import { invalid } from '@/lib/errors'
import { newGoal, type Whose } from '@/lib/goals/goal'
import { mayAddGoal, nextRank, ownerOf } from '@/lib/goals/limits'
import { id, newId } from '@/lib/id'
import { openEpisodeHeld } from './held'

/** Adds a goal in the words it was said in. A fourth is asked about, and saved with its reason. */
export const addGoal = act(
  'addGoal',
  newGoal.extend({ personId: id }),
  async (ctx, { personId, ...goal }) => {
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
    const goalId = newId()
    await ctx.db.insert(goals).values({
      ...goal,
      partnershipId: ctx.actor.partnershipId,
      id: goalId,
      episodeId: episode.id,
      personId,
      kind: goal.kind || null,
      theme: goal.theme || null,
      fourthBecause: goal.fourthBecause.trim() === '' ? null : goal.fourthBecause,
      rank: nextRank(open),
      byStaffId: ctx.actor.staffId,
    })
    ctx.about({ recordId: goalId })
    return { personId, goalId }
  },
)
