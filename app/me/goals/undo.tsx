import { Form } from '@/app/_ui/form'
import { Saved } from '@/app/_ui/saved'
import { timeInWords } from '@/lib/day'
import { newId } from '@/lib/id'
import { undoMyRatings } from './actions'

type Props = { undo: { sheetId: string; at: Date } | null; saved: string | string[] | undefined }

/** "Saved at 14:05", and for ten minutes a way to take back what they said. */
export function SavedOrUndo({ undo, saved }: Props) {
  const at = undo && timeInWords(undo.at)
  if (!undo || !at) return <Saved at={saved} />
  return (
    <Form
      action={undoMyRatings}
      submit="Take it back"
      tone="quiet"
      idempotencyKey={newId()}
      hidden={{ sheetId: undo.sheetId }}
      label="Take back what you said"
      className="fp-undo"
    >
      <p className="fp-saved" role="status">
        {saved === at ? `Saved at ${at}.` : `You said how close you feel at ${at}.`}
      </p>
    </Form>
  )
}
