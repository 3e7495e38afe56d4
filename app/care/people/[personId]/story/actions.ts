'use server'

import { formAction } from '@/app/_act/form-action'
import { undoNote as undoNoteAct } from '@/db/story/undo-note'

export const undoNote = formAction(undoNoteAct, { to: ({ personId }) => `/care/people/${personId}/story` })
