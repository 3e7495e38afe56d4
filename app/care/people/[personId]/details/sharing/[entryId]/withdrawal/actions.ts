'use server'

import { formAction } from '@/app/_act/form-action'
import { withdrawSharing as withdrawSharingAct } from '@/db/sharing/withdraw-sharing'

export const withdrawSharing = formAction(withdrawSharingAct, {
  to: ({ personId, stillWithinReach }) =>
    stillWithinReach ? `/care/people/${personId}/details` : '/care/people',
})
