'use server'

import { formAction } from '@/app/_act/form-action'
import { agreeGrouping as agreeGroupingAct } from '@/db/grouping/agree-grouping'

export const agreeGrouping = formAction(agreeGroupingAct, {
  to: ({ personId, kept }) => `/care/people/${personId}/grouping${kept === 'draft' ? '/decision' : ''}`,
})
