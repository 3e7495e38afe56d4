'use server'

import { formAction } from '@/app/_act/form-action'
import { correctRating as correctRatingAct } from '@/db/goals/correct-rating'

export const correctRating = formAction(correctRatingAct, {
  to: ({ personId, goalId }) => `/care/people/${personId}/goals/${goalId}`,
})
