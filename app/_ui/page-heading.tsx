import type { ReactNode } from 'react'

type Props = { children: ReactNode; lede?: ReactNode; lang?: string }

/** The one h1 of a page and the line under it. */
export function PageHeading({ children, lede, lang }: Props) {
  return (
    <div className="fp-title">
      <h1 lang={lang}>{children}</h1>
      {lede && <p className="fp-lede">{lede}</p>}
    </div>
  )
}
