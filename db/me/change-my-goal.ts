import { act } from '@/db/act'
import { changeAskedFor, keepChanged } from '@/db/goals/change-words'
import { invalid } from '@/lib/errors'
import { ownChange } from '@/lib/own-pages/goal-forms'
import { endOwnGoal, ownOpenGoal } from './own-goal'

/** New words are a new goal, which begins with its own first answer. The old one ends and stays to read. */
export const changeMyGoal = act('changeMyGoal', ownChange, async (ctx, { goalId, version, words }) => {
  const { goal, episode } = await ownOpenGoal(ctx, goalId)
  const change = await changeAskedFor(ctx, goal, words)
  if (change === 'same') throw invalid({ words: 'These are the words it has now. Write your new words.' })
  if (change === 'correct')
    throw invalid({ words: 'Only spaces, capitals or marks are new. It is the same goal, and it goes on.' })
  await endOwnGoal(ctx, goal, version, { because: 'words-changed', words: '' })
  const newGoalId = await keepChanged(ctx, goal, episode.id, words)
  return { goalId, newGoalId }
})
