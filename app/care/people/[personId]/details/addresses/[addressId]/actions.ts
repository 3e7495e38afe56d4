'use server'

import { formAction } from '@/app/_act/form-action'
import { correctAddress as correctAddressAct } from '@/db/people/correct-address'

export const correctAddress = formAction(correctAddressAct, {
  to: ({ personId }) => `/care/people/${personId}/details`,
})
