import { correctNote } from '@/db/story/correct-note'
import { undoNote } from '@/db/story/undo-note'
import { recordIn, type Scene, staged } from './scene'

/** A note that whoever acts has just written, where it is their own record, and a colleague's otherwise. */
const note = async (s: Scene, by = s.worker) => {
  const record = await recordIn(s)
  return { personId: record.personId, noteId: await record.note(by) }
}

/** Putting right what was written in a story. */
export const storyStages = [
  // Of a colleague's note there is nothing to undo: that is a rule of the act, and not of who may try.
  staged(undoNote, (s) => note(s, s.relation === 'own' || s.relation === 'team' ? s.actor : s.worker)),
  staged(correctNote, async (s) => ({ ...(await note(s)), takeOut: 'yes' as const, because: 'Of another.' })),
]
