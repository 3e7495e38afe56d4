'use server'

import { formAction } from '@/app/_act/form-action'
import { recordRatings as recordRatingsAct } from '@/db/goals/record-ratings'

export const recordRatings = formAction(recordRatingsAct, {
  to: ({ personId, talkAbout, rule }) => {
    const base = `/care/people/${personId}`
    if (rule === 'never') return `${base}/rating`
    return talkAbout ? `${base}/goals/${talkAbout}/talk` : `${base}/goals`
  },
})
