import type { ReactNode } from 'react'
import { Shell } from './shell'

/** A page anyone may read, signed in or not: help, privacy, accessibility. */
export function PlainPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Shell helpNowHref="/get-help-now">
      <div className="fp-form-page">
        <h1>{title}</h1>
        {children}
      </div>
    </Shell>
  )
}
