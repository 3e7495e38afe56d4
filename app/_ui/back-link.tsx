import type { ReactNode } from 'react'
import { Link } from './link'

export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link className="nhsuk-back-link" href={href}>
      {children}
    </Link>
  )
}
