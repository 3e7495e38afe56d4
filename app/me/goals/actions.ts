'use server'

import { formAction } from '@/app/_act/form-action'
import { addMyGoal as addMyGoalAct } from '@/db/me/add-my-goal'
import { addMyStep as addMyStepAct } from '@/db/me/add-my-step'
import { changeMyGoal as changeMyGoalAct } from '@/db/me/change-my-goal'
import { endMyGoal as endMyGoalAct } from '@/db/me/end-my-goal'
import { starMyGoal as starMyGoalAct } from '@/db/me/star-my-goal'
import { tickMyStep as tickMyStepAct } from '@/db/me/tick-my-step'
import { undoMyRatings as undoMyRatingsAct } from '@/db/me/undo-my-ratings'

const page = (goalId: string) => `/me/goals/${goalId}`

export const addMyGoal = formAction(addMyGoalAct, { to: ({ goalId }) => page(goalId) })
export const changeMyGoal = formAction(changeMyGoalAct, { to: ({ newGoalId }) => page(newGoalId) })
export const endMyGoal = formAction(endMyGoalAct, { to: ({ goalId }) => page(goalId) })
export const starMyGoal = formAction(starMyGoalAct, { to: ({ goalId }) => page(goalId) })
export const addMyStep = formAction(addMyStepAct, { to: ({ goalId }) => page(goalId) })
export const tickMyStep = formAction(tickMyStepAct, { to: ({ goalId }) => page(goalId) })
export const undoMyRatings = formAction(undoMyRatingsAct, { to: () => '/me/goals' })
