import type { ReactNode } from 'react'

type Props = {
  /** Exactly as it was said or written. */
  children: string
  who?: ReactNode
  /** Language of the words, when it is not English, for example 'pl'. */
  lang?: string
}

/** A person's own words always have this mark: a bar, no quotation marks, spelling and lines kept. */
export function OwnWords({ children, who, lang }: Props) {
  return (
    <div className="fp-words">
      <p className="fp-words__text" lang={lang} dir="auto">
        {children}
      </p>
      {who && <span className="fp-words__who">{who}</span>}
    </div>
  )
}
