import { z } from 'zod'
import { act } from '@/db/act'
import { identityOf } from '@/db/people/identity'
import { invalid, refused } from '@/lib/errors'
import { id } from '@/lib/id'
import { optionalText, requiredText, ticked } from '@/lib/parse'
import type { NoteKind } from '@/lib/story/note'
import { keepNote } from './keep-note'
import { noteOf, putNoteRight } from './note-held'

const input = z.strictObject({
  personId: id,
  noteId: id,
  words: optionalText,
  /** It does not belong here: nothing stands in its place. */
  takeOut: ticked,
  because: requiredText('Say why it is put right.'),
})

/**
 * Puts a note right: another stands in its place, in its episode and on its day, and both stay in the story with the reason.
 * The words of a note are its writer's; that it does not belong here, anybody may say.
 */
export const correctNote = act(
  'correctNote',
  input,
  async (ctx, { personId, noteId, words, takeOut, because }) => {
    await identityOf(ctx, personId)
    const note = await noteOf(ctx, personId, noteId)
    if (takeOut) {
      await putNoteRight(ctx, note, { because })
      return { personId, noteId }
    }
    if (note.byStaffId !== ctx.actor.staffId)
      throw refused(
        'A note is corrected by whoever wrote it. You can take it out, with a reason, and write your own.',
      )
    if (words.trim() === '') throw invalid({ words: 'Write the note as it was meant.' })
    if (words === note.words)
      throw invalid({ words: 'This is what it says now. Write what it was meant to say.' })
    const replacedBy = await keepNote(ctx, {
      personId,
      episodeId: note.episodeId,
      happenedOn: note.happenedOn,
      happenedAt: note.happenedAt ?? '',
      kind: note.kind as NoteKind,
      words,
      forThem: note.forThem,
      notForThemBecause: note.notForThemBecause,
      meetingId: note.meetingId ?? undefined,
    })
    await putNoteRight(ctx, note, { because, replacedBy })
    return { personId, noteId: replacedBy }
  },
)
