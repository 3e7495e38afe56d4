'use server'

import { formAction } from '@/app/_act/form-action'
import { allowFamily as allowFamilyAct } from '@/db/family/allow-family'
import { endAllowance as endAllowanceAct } from '@/db/family/end-allowance'
import { recordCapacity as recordCapacityAct } from '@/db/family/record-capacity'

const family = (personId: string) => `/care/people/${personId}/details/family`

export const allowFamily = formAction(allowFamilyAct, { to: ({ personId }) => family(personId) })
export const endAllowance = formAction(endAllowanceAct, { to: ({ personId }) => family(personId) })
export const recordCapacity = formAction(recordCapacityAct, {
  to: ({ personId, relationshipId }) => `${family(personId)}${relationshipId ? `/${relationshipId}` : ''}`,
})
