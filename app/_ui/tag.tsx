import type { ReactNode } from 'react'

/** A word with an edge. No colours that judge: the word carries the meaning. */
export function Tag({ children, strong }: { children: ReactNode; strong?: boolean }) {
  return <strong className={`fp-tag${strong ? ' fp-tag--strong' : ''}`}>{children}</strong>
}
