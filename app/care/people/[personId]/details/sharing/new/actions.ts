'use server'

import { formAction } from '@/app/_act/form-action'
import { recordSharing as recordSharingAct } from '@/db/sharing/record-sharing'

export const recordSharing = formAction(recordSharingAct, {
  to: ({ personId }) => `/care/people/${personId}/details`,
})
