import { Form } from '@/app/_ui/form'
import { timeInWords } from '@/lib/day'
import { newId } from '@/lib/id'
import { undoScores } from './actions'

type Props = { personId: string; undo: { sittingId: string; measure: string; at: Date } }

/** "Saved at 14:05. Undo", for the ten minutes in which whoever saved scores may take them back. */
export function UndoScores({ personId, undo }: Props) {
  return (
    <Form
      action={undoScores}
      submit="Undo"
      pendingText="Undoing"
      tone="quiet"
      idempotencyKey={newId()}
      hidden={{ personId, sittingId: undo.sittingId }}
      label="Undo the scores you saved"
      className="fp-undo"
    >
      <p className="fp-saved" role="status">
        {undo.measure} saved at {timeInWords(undo.at)}.
      </p>
    </Form>
  )
}
