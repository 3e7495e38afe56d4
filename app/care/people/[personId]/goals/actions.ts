'use server'

import { formAction } from '@/app/_act/form-action'
import { finishStep as finishStepAct } from '@/db/goals/finish-step'
import { reopenStep as reopenStepAct } from '@/db/goals/reopen-step'
import { undoRatings as undoRatingsAct } from '@/db/goals/undo-ratings'

export const undoRatings = formAction(undoRatingsAct, {
  to: ({ personId }) => `/care/people/${personId}/goals?undone=yes`,
})

export const finishStep = formAction(finishStepAct, {
  to: ({ personId, goalId }) => `/care/people/${personId}/goals/${goalId}`,
})

export const reopenStep = formAction(reopenStepAct, {
  to: ({ personId, goalId }) => `/care/people/${personId}/goals/${goalId}`,
})
