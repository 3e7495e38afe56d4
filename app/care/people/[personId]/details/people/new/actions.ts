'use server'

import { formAction } from '@/app/_act/form-action'
import { addRelationship as addRelationshipAct } from '@/db/people/add-relationship'

export const addRelationship = formAction(addRelationshipAct, {
  to: ({ personId }) => `/care/people/${personId}/details`,
})
