'use server'

import { formAction } from '@/app/_act/form-action'
import { startHandover as startHandoverAct } from '@/db/handover/start-handover'

export const startHandover = formAction(startHandoverAct, {
  to: ({ personId }) => `/care/people/${personId}/handover`,
})
