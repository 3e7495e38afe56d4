import type { HeldText } from '@/db/drafts/held-text'
import { wordsTyped } from '@/lib/drafts/drafts'

/** What was posted and could not be saved, to be read again. */
export function WhatYouWrote({ held, then }: { held: HeldText; then: string }) {
  return (
    <section className="fp-draft" aria-labelledby="what-you-wrote">
      <h2 className="fp-h3" id="what-you-wrote">
        What you wrote is not lost
      </h2>
      <p>{then} It is kept for an hour.</p>
      {wordsTyped(held.fields).map((text) => (
        <p className="fp-theirs__text" key={text}>
          {text}
        </p>
      ))}
    </section>
  )
}
