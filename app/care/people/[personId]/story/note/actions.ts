'use server'

import { formAction } from '@/app/_act/form-action'
import { writeNote as writeNoteAct } from '@/db/story/write-note'

export const writeNote = formAction(writeNoteAct, { to: ({ personId }) => `/care/people/${personId}/story` })
