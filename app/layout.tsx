import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'

export const metadata: Metadata = {
  title: { default: 'Footpath', template: '%s – Footpath' },
  robots: { index: false, follow: false },
  // A browser that turns dates and numbers into links would break NHS numbers and change people's words.
  formatDetection: { telephone: false, date: false, address: false, email: false },
  referrer: 'same-origin',
}

// Every page is drawn for one request: a page made at build time would carry no nonce, and its scripts would not run.
export const dynamic = 'force-dynamic'

export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#ffffff' }

/** The stylesheet is a file beside the pages, not part of the bundle: the bundler rejects NHS style hacks. */
const styles = `/footpath.css?v=${createHash('sha256')
  .update(readFileSync(join(process.cwd(), 'public', 'footpath.css')))
  .digest('hex')
  .slice(0, 12)}`

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en-GB">
      <head>
        <link rel="stylesheet" href={styles} precedence="default" />
      </head>
      <body>
        <a className="nhsuk-skip-link" href="#main">
          Skip to main content
        </a>
        {children}
      </body>
    </html>
  )
}
