import type { ReactNode } from 'react'

/** Nothing yet: says what will appear here and who adds it. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="fp-empty">
      <p>{children}</p>
      {action}
    </div>
  )
}
