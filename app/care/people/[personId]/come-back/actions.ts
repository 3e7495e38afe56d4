'use server'

import { formAction } from '@/app/_act/form-action'
import { comeBack as comeBackAct } from '@/db/handover/come-back'

export const comeBack = formAction(comeBackAct, {
  to: ({ personId, withinReach }) => (withinReach ? `/care/people/${personId}` : '/care/handovers'),
})
