'use server'

import { formAction } from '@/app/_act/form-action'
import { addStep as addStepAct } from '@/db/goals/add-step'

export const addStep = formAction(addStepAct, {
  to: ({ personId, goalId }) => `/care/people/${personId}/goals/${goalId}`,
})
