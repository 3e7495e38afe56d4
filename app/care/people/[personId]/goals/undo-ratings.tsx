import type { ReactNode } from 'react'
import { Form } from '@/app/_ui/form'
import { Saved } from '@/app/_ui/saved'
import { timeInWords } from '@/lib/day'
import { newId } from '@/lib/id'
import { undoRatings } from './actions'

type Props = {
  personId: string
  undo: { sheetId: string; at: Date } | null
  /** `?saved=` of the address. */
  saved: string | string[] | undefined
  /** What the save was, where it was not these ratings. */
  children?: ReactNode
}

/** "Saved at 14:05. Undo", for the ten minutes in which whoever saved ratings may take them back as a whole. */
export function SavedOrUndo({ personId, undo, saved, children }: Props) {
  const at = undo && timeInWords(undo.at)
  return (
    <>
      {saved !== at && <Saved at={saved}>{children}</Saved>}
      {undo && (
        <Form
          action={undoRatings}
          submit="Undo"
          pendingText="Undoing"
          tone="quiet"
          idempotencyKey={newId()}
          hidden={{ personId, sheetId: undo.sheetId }}
          label="Undo the ratings you saved"
          className="fp-undo"
        >
          <p className="fp-saved" role="status">
            {saved === at ? `Saved at ${at}.` : `Ratings saved at ${at}.`}
          </p>
        </Form>
      )}
    </>
  )
}
