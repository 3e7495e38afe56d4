'use client'

import { Link } from './_ui/link'
import { Shell } from './_ui/shell'

/** Our own words: in production the error's message says nothing to anyone. The digest finds it in the log. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return (
    <Shell>
      <h1>Something went wrong on our side</h1>
      <p>Nothing that was saved is lost. Try again, or come back in a few minutes.</p>
      <div className="fp-actions">
        <button className="nhsuk-button" type="button" onClick={reset}>
          Try again
        </button>
        <Link href="/">Go to the first page</Link>
      </div>
      {error.digest && (
        <p className="fp-small fp-quiet fp-after">If you ask for help, give this number: {error.digest}</p>
      )}
    </Shell>
  )
}
