'use server'

import { formAction } from '@/app/_act/form-action'
import { addAddress as addAddressAct } from '@/db/people/add-address'

export const addAddress = formAction(addAddressAct, {
  to: ({ personId }) => `/care/people/${personId}/details`,
})
