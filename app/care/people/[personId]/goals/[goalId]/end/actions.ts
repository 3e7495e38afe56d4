'use server'

import { formAction } from '@/app/_act/form-action'
import { endGoal as endGoalAct } from '@/db/goals/end-goal'

export const endGoal = formAction(endGoalAct, {
  to: ({ personId, goalId, newGoalId, talk }) => {
    const base = `/care/people/${personId}/goals`
    if (newGoalId) return `${base}/${newGoalId}`
    return talk ? `${base}/${goalId}/talk` : base
  },
})
