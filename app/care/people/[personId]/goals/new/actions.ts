'use server'

import { formAction } from '@/app/_act/form-action'
import { addGoal as addGoalAct } from '@/db/goals/add-goal'

export const addGoal = formAction(addGoalAct, { to: ({ personId }) => `/care/people/${personId}/goals` })
