'use server'

import { formAction } from '@/app/_act/form-action'
import { undoScores as undoScoresAct } from '@/db/measures/undo-scores'

export const undoScores = formAction(undoScoresAct, {
  to: ({ personId }) => `/care/people/${personId}/measures?undone=yes`,
})
