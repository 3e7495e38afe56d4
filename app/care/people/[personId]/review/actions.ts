'use server'

import { formAction } from '@/app/_act/form-action'
import { closeReview as closeReviewAct } from '@/db/goals/close-review'

export const closeReview = formAction(closeReviewAct, {
  to: ({ personId }) => `/care/people/${personId}/goals`,
})
