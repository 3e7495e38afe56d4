import type { ReactNode } from 'react'

type Props = {
  title?: ReactNode
  id?: string
  level?: 2 | 3
  /** With the accent along the top: here, now, or theirs. */
  strong?: boolean
  children: ReactNode
}

/** Cards hold things that can be acted on; facts at the side are blocks. */
export function Card({ title, id, level = 2, strong, children }: Props) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section
      className={`fp-card${strong ? ' fp-card--strong' : ''}`}
      aria-labelledby={title ? id : undefined}
    >
      {title && (
        <Heading className="fp-h3" id={id}>
          {title}
        </Heading>
      )}
      {children}
    </section>
  )
}
