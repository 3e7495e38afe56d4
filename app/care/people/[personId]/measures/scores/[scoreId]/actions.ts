'use server'

import { formAction } from '@/app/_act/form-action'
import { correctScore as correctScoreAct } from '@/db/measures/correct-score'

export const correctScore = formAction(correctScoreAct, {
  to: ({ personId }) => `/care/people/${personId}/measures`,
})
