'use server'

import { formAction } from '@/app/_act/form-action'
import { rateMyGoals as rateMyGoalsAct } from '@/db/me/rate-my-goals'

export const rateMyGoals = formAction(rateMyGoalsAct, { to: () => '/me/goals' })
