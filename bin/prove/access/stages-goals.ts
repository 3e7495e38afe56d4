import { addStep } from '@/db/goals/add-step'
import { closeReview } from '@/db/goals/close-review'
import { correctRating } from '@/db/goals/correct-rating'
import { finishStep } from '@/db/goals/finish-step'
import { rankGoals } from '@/db/goals/rank-goals'
import { reopenStep } from '@/db/goals/reopen-step'
import { talkAboutGoal } from '@/db/goals/talk-about-goal'
import { undoRatings } from '@/db/goals/undo-ratings'
import { dayOf } from '@/lib/day'
import { placeFieldOf } from '@/lib/goals/order'
import { decisionFieldOf } from '@/lib/goals/review'
import { recordIn, type Scene, staged } from './scene'

const today = dayOf(new Date())

const withGoal = async (s: Scene) => {
  const record = await recordIn(s)
  return { record, personId: record.personId, goalId: await record.goal() }
}

/** Acts on goals that stay alive: ratings put right, small steps, their order, talks and reviews. */
export const goalStages = [
  staged(undoRatings, async (s) => {
    const { record, personId, goalId } = await withGoal(s)
    // Only one's own save can be undone; in another partnership nobody of ours saved anything.
    const by = s.relation === 'partnership' ? s.worker : s.actor
    return { personId, sheetId: (await record.rating(goalId, by)).sheetId }
  }),
  staged(correctRating, async (s) => {
    const { record, personId, goalId } = await withGoal(s)
    const { ratingId } = await record.rating(goalId)
    return { personId, ratingId, value: '4', because: 'Wrong tile' }
  }),
  staged(addStep, async (s) => {
    const { personId, goalId } = await withGoal(s)
    return { personId, goalId, words: 'One walk' }
  }),
  staged(finishStep, async (s) => {
    const { record, personId, goalId } = await withGoal(s)
    return { personId, stepId: await record.step(goalId), version: 1 }
  }),
  staged(reopenStep, async (s) => {
    const { record, personId, goalId } = await withGoal(s)
    return { personId, stepId: await record.step(goalId, true), version: 1 }
  }),
  staged(rankGoals, async (s) => {
    const { record, personId, goalId } = await withGoal(s)
    const second = await record.goal()
    return {
      personId,
      before: `${goalId} ${second}`,
      [placeFieldOf(goalId)]: '2',
      [placeFieldOf(second)]: '1',
    }
  }),
  staged(talkAboutGoal, async (s) => {
    const { personId, goalId } = await withGoal(s)
    return { personId, goalId, on: today, decision: 'keep-going' as const }
  }),
  staged(closeReview, async (s) => {
    const { personId, goalId } = await withGoal(s)
    return { personId, heldOn: today, [decisionFieldOf(goalId)]: 'keep-going' }
  }),
]
