import type { ReactNode } from 'react'
import { Link } from './link'

type Props = { href: string; tone?: 'go' | 'quiet'; children: ReactNode }

/** A link that looks like a button. 'go' is the one green button of a page; all others are quiet. */
export function ButtonLink({ href, tone = 'quiet', children }: Props) {
  return (
    <Link className={tone === 'go' ? 'nhsuk-button' : 'fp-button-quiet'} href={href}>
      {children}
    </Link>
  )
}
