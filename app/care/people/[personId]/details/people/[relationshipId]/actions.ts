'use server'

import { formAction } from '@/app/_act/form-action'
import { changeRelationship as changeRelationshipAct } from '@/db/people/change-relationship'

export const changeRelationship = formAction(changeRelationshipAct, {
  to: ({ personId }) => `/care/people/${personId}/details`,
})
