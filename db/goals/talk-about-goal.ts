import { and, eq } from 'drizzle-orm'
import { act } from '@/db/act'
import { goals } from '@/db/schema/goals'
import { invalid, notFound } from '@/lib/errors'
import { talk } from '@/lib/goals/talk'
import { id } from '@/lib/id'
import { openEpisodeHeld } from './held'
import { keepTalks } from './keep-talk'

/**
 * Keeps a talk about a goal that does not move, or that ended short of 10: what was tried, what they think, what was
 * decided. Neither the goal nor the grouping changes by itself.
 */
export const talkAboutGoal = act(
  'talkAboutGoal',
  talk.extend({ personId: id, goalId: id }),
  async (ctx, { personId, goalId, on, ...said }) => {
    if (on > ctx.today) throw invalid({ on: 'This day is in the future. Enter the day you talked.' })
    const identity = await openEpisodeHeld(ctx, personId)
    const [goal] = await ctx.db
      .select({ id: goals.id, words: goals.words, endedOn: goals.endedOn })
      .from(goals)
      .where(and(eq(goals.id, goalId), eq(goals.personId, personId)))
    if (!goal) throw notFound()
    ctx.about({ recordId: goalId })
    await keepTalks(ctx, identity, on, [{ goal, ...said }])
    return { personId, goalId, decision: said.decision, ended: goal.endedOn !== null }
  },
)
