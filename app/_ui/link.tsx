import NextLink from 'next/link'
import type { ComponentProps } from 'react'

/** Never fetches ahead: opening a record is written in the audit log, and a page nobody opened must not be. */
export function Link(props: Omit<ComponentProps<typeof NextLink>, 'prefetch'>) {
  return <NextLink {...props} prefetch={false} />
}
