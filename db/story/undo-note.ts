import { z } from 'zod'
import { act } from '@/db/act'
import { identityOf } from '@/db/people/identity'
import { refused } from '@/lib/errors'
import { mayUndo, undoMinutes } from '@/lib/goals/correction'
import { id } from '@/lib/id'
import { noteOf, putNoteRight } from './note-held'

/** Takes a note back, by whoever wrote it, within ten minutes. It stays, struck through. */
export const undoNote = act(
  'undoNote',
  z.strictObject({ personId: id, noteId: id }),
  async (ctx, { personId, noteId }) => {
    await identityOf(ctx, personId)
    const note = await noteOf(ctx, personId, noteId)
    if (note.byStaffId !== ctx.actor.staffId)
      throw refused('Only whoever wrote this note can undo it. It can be taken out, with a reason.')
    if (!mayUndo({ byStaffId: note.byStaffId, at: note.madeAt }, ctx.actor.staffId, ctx.now))
      throw refused(`Undo is there for ${undoMinutes} minutes. Correct the note instead, with a reason.`)
    await putNoteRight(ctx, note, { undo: true })
    return { personId, noteId }
  },
)
