import type { Metadata } from 'next'
import { Link } from './_ui/link'
import { Shell } from './_ui/shell'

export const metadata: Metadata = { title: 'We cannot find that' }

/** The same words for what does not exist and for what is out of reach. */
export default function NotFound() {
  return (
    <Shell>
      <h1>We cannot find that.</h1>
      <p>It may have moved, or it may not be yours to see.</p>
      <p>
        <Link href="/">Go to the first page</Link>
      </p>
    </Shell>
  )
}
