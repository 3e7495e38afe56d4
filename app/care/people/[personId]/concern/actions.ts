'use server'

import { formAction } from '@/app/_act/form-action'
import { addToConcern as addToConcernAct } from '@/db/concerns/add-to-concern'
import { noteConcern as noteConcernAct } from '@/db/concerns/note-concern'
import { readConcern as readConcernAct } from '@/db/concerns/read-concern'

type Kept = { personId: string; concernId: string }
const to = ({ personId, concernId }: Kept) => `/care/people/${personId}/concern/${concernId}`

export const noteConcern = formAction(noteConcernAct, { to })
export const addToConcern = formAction(addToConcernAct, { to })
export const readConcern = formAction(readConcernAct, { to })
