'use server'

import { formAction } from '@/app/_act/form-action'
import { recordRatings as recordRatingsAct } from '@/db/goals/record-ratings'

export const recordRatings = formAction(recordRatingsAct, {
  to: ({ personId }) => `/care/people/${personId}/goals`,
})
