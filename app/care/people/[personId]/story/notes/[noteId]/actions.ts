'use server'

import { formAction } from '@/app/_act/form-action'
import { correctNote as correctNoteAct } from '@/db/story/correct-note'

export const correctNote = formAction(correctNoteAct, {
  to: ({ personId }) => `/care/people/${personId}/story`,
})
