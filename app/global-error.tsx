'use client'

/** Only when the layout itself breaks; it stands alone, with the stylesheet at its plain address. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return (
    <html lang="en-GB">
      <head>
        <title>Something went wrong</title>
        <link rel="stylesheet" href="/footpath.css" />
      </head>
      <body>
        <main className="fp-main" id="main">
          <div className="fp-container">
            <h1>Something went wrong on our side</h1>
            <p>Nothing that was saved is lost. Try again, or come back in a few minutes.</p>
            <div className="fp-actions">
              <button className="nhsuk-button" type="button" onClick={reset}>
                Try again
              </button>
            </div>
            {error.digest && (
              <p className="fp-small fp-quiet fp-after">
                If you ask for help, give this number: {error.digest}
              </p>
            )}
          </div>
        </main>
      </body>
    </html>
  )
}
