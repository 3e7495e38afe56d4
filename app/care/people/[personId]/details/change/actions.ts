'use server'

import { formAction } from '@/app/_act/form-action'
import { changeDetails as changeDetailsAct } from '@/db/people/change-details'

export const changeDetails = formAction(changeDetailsAct, {
  to: ({ personId }) => `/care/people/${personId}/details`,
})
