'use server'

import { formAction } from '@/app/_act/form-action'
import { endGoal as endGoalAct } from '@/db/goals/end-goal'

export const endGoal = formAction(endGoalAct, {
  to: ({ personId, newGoalId }) => `/care/people/${personId}/goals${newGoalId ? `/${newGoalId}` : ''}`,
})
