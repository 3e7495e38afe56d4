'use client'

import { deleteDraft } from '@/app/_act/draft-actions'
import type { FormDraft } from './form-draft'

type Props = {
  draft: FormDraft
  kept: NonNullable<FormDraft['kept']>
  onContinue: () => void
  onDelete: () => void
}

const sinceThen = (changed: boolean | undefined): string => {
  if (changed === undefined) return 'It is not part of the record yet.'
  return changed
    ? 'The saved version has changed since: both are shown.'
    : 'The saved version has not changed.'
}

/** Above a form that somebody left before saving it. Both answers work without script. */
export function DraftNotice({ draft, kept, onContinue, onDelete }: Props) {
  if (kept.state === 'held')
    return (
      <div className="fp-draft" role="status">
        <p>What you wrote before you were signed out is below. It is not saved yet.</p>
      </div>
    )
  return (
    <section className="fp-draft" aria-label="Your draft">
      <p>
        You have a draft from {kept.when}. {sinceThen(kept.changed)}
      </p>
      <div className="fp-actions">
        {kept.state === 'offered' && (
          <a
            className="fp-button-quiet"
            href={draft.continueHref}
            onClick={(event) => {
              event.preventDefault()
              onContinue()
            }}
          >
            Continue
          </a>
        )}
        <form action={deleteDraft} onSubmit={onDelete}>
          <input type="hidden" name="draftId" value={draft.id} />
          <input type="hidden" name="form" value={draft.form} />
          {draft.personId && <input type="hidden" name="personId" value={draft.personId} />}
          {draft.recordId && <input type="hidden" name="recordId" value={draft.recordId} />}
          <button className="fp-button-quiet" type="submit">
            Delete<span className="nhsuk-u-visually-hidden"> this draft</span>
          </button>
        </form>
      </div>
    </section>
  )
}
