import type { ReactNode } from 'react'

export type Option = {
  value: string
  label: ReactNode
  hint?: ReactNode
  /** Shown only while this option is chosen; without `:has()` in the browser, always shown. */
  reveals?: ReactNode
}
