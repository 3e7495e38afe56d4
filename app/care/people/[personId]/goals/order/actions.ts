'use server'

import { formAction } from '@/app/_act/form-action'
import { rankGoals as rankGoalsAct } from '@/db/goals/rank-goals'

export const rankGoals = formAction(rankGoalsAct, { to: ({ personId }) => `/care/people/${personId}/goals` })
