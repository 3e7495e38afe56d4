import type { ReactNode } from 'react'
import { Icon } from './icon'

type Props = {
  kind?: 'saved' | 'warning'
  children: ReactNode
  /** For example Undo. */
  action?: ReactNode
}

/** "Saved at 14:05." as a quiet line that is read out, or a warning in a box. */
export function Notice({ kind = 'saved', children, action }: Props) {
  if (kind === 'warning')
    return (
      <div className="fp-warn">
        <Icon name="warning" />
        <div>
          {children} {action}
        </div>
      </div>
    )
  return (
    <p className="fp-saved" role="status">
      <Icon name="tick" />
      <span>
        {children} {action}
      </span>
    </p>
  )
}
