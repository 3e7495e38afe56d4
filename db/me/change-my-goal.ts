import { eq } from 'drizzle-orm'
import { act } from '@/db/act'
import { goals, ratings } from '@/db/schema/goals'
import { invalid } from '@/lib/errors'
import { changeOfWords } from '@/lib/goals/goal'
import { newId } from '@/lib/id'
import { ownChange } from '@/lib/own-pages/goal-forms'
import { endOwnGoal, ownOpenGoal } from './own-goal'

/** New words are a new goal, which begins with its own first answer. The old one ends and stays to read. */
export const changeMyGoal = act('changeMyGoal', ownChange, async (ctx, { goalId, version, words }) => {
  const { goal, episode, personId } = await ownOpenGoal(ctx, goalId)
  const [rated] = await ctx.db
    .select({ id: ratings.id })
    .from(ratings)
    .where(eq(ratings.goalId, goalId))
    .limit(1)
  const change = changeOfWords(goal.words, words, rated !== undefined)
  if (change === 'same') throw invalid({ words: 'These are the words it has now. Write your new words.' })
  if (rated && change === 'correct')
    throw invalid({ words: 'Only spaces, capitals or marks are new. It is the same goal, and it goes on.' })
  await endOwnGoal(ctx, goal, version, { because: 'words-changed', words: '' })
  const newGoalId = newId()
  await ctx.db.insert(goals).values({
    partnershipId: goal.partnershipId,
    id: newGoalId,
    episodeId: episode.id,
    personId,
    words,
    language: goal.language,
    whose: goal.whose,
    kind: goal.kind,
    themes: goal.themes,
    starred: goal.starred,
    rank: goal.rank,
    agreedOn: ctx.today,
    replaces: goalId,
    byStaffId: ctx.actor.staffId,
  })
  return { goalId, newGoalId }
})
