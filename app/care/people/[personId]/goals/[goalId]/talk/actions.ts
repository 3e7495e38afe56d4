'use server'

import { formAction } from '@/app/_act/form-action'
import { talkAboutGoal as talkAboutGoalAct } from '@/db/goals/talk-about-goal'

export const talkAboutGoal = formAction(talkAboutGoalAct, {
  to: ({ personId, goalId, decision, ended }) => {
    const base = `/care/people/${personId}/goals`
    if (decision === 'change-the-goal')
      return ended ? `${base}/new` : `${base}/${goalId}/end?because=words-changed`
    if (decision === 'stop-for-now' && !ended) return `${base}/${goalId}/end?because=stop-for-now`
    return `${base}/${goalId}`
  },
})
