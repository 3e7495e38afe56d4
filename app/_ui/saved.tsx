import type { ReactNode } from 'react'
import { Notice } from './notice'

type Props = { at: string | string[] | undefined; children?: ReactNode }

/** "Saved at 14:05." after a form that went on to this page, and what that means where it is not plain. */
export function Saved({ at, children }: Props) {
  if (typeof at !== 'string' || !/^\d\d:\d\d$/.test(at)) return null
  return <Notice>{children ?? `Saved at ${at}.`}</Notice>
}
