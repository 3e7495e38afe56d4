'use server'

import { formAction } from '@/app/_act/form-action'
import { recordScores as recordScoresAct } from '@/db/measures/record-scores'

export const recordScores = formAction(recordScoresAct, {
  to: ({ personId }) => `/care/people/${personId}/measures`,
})
