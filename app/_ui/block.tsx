import type { ReactNode } from 'react'

type Props = { title: ReactNode; id: string; link?: ReactNode; children: ReactNode }

/** A plain block of facts at the side, with a hairline above. */
export function Block({ title, id, link, children }: Props) {
  return (
    <section className="fp-block" aria-labelledby={id}>
      <div className="fp-block__head">
        <h2 className="fp-h3" id={id}>
          {title}
        </h2>
        {link}
      </div>
      {children}
    </section>
  )
}
