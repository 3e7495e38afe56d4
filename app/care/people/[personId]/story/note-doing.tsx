import { Form } from '@/app/_ui/form'
import { Link } from '@/app/_ui/link'
import type { Entry } from '@/db/story/entries'
import { timeInWords } from '@/lib/day'
import { mayUndo } from '@/lib/goals/correction'
import { newId } from '@/lib/id'
import { undoNote } from './actions'

type Props = { note: Extract<Entry, { kind: 'note' }>; personId: string; staffId: string; now: Date }

/** Undo for ten minutes, for whoever wrote it; later, and for everybody, putting it right with a reason. */
export function NoteDoing({ note, personId, staffId, now }: Props) {
  if (note.corrected) return null
  const at = new Date(note.writtenAt)
  if (mayUndo({ byStaffId: note.byId ?? '', at }, staffId, now))
    return (
      <Form
        action={undoNote}
        submit="Undo"
        pendingText="Undoing"
        tone="quiet"
        idempotencyKey={newId()}
        hidden={{ personId, noteId: note.id }}
        id={`undo-${note.id}`}
        label="Undo the note you saved"
        className="fp-undo"
      >
        <p className="fp-small">Written at {timeInWords(at)}.</p>
      </Form>
    )
  return (
    <p>
      <Link href={`/care/people/${personId}/story/notes/${note.id}`}>
        Correct<span className="nhsuk-u-visually-hidden"> this note</span>
      </Link>
    </p>
  )
}
