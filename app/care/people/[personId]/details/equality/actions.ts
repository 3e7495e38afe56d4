'use server'

import { formAction } from '@/app/_act/form-action'
import { recordEquality as recordEqualityAct } from '@/db/people/record-equality'

export const recordEquality = formAction(recordEqualityAct, {
  to: ({ personId }) => `/care/people/${personId}/details`,
})
