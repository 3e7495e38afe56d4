import type { ReactNode } from 'react'
import { Link } from './link'

export type Task = {
  key: string
  label: ReactNode
  /** A task without an address cannot start yet. */
  href?: string
  /** "Done 13 May", "To do today", "Cannot start yet". */
  state: ReactNode
  /** 'todo' is bold, 'waiting' is grey. */
  tone?: 'todo' | 'waiting'
  /** Why it cannot start yet, or what it is for. */
  why?: ReactNode
}

export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ul className="fp-tasks">
      {tasks.map((task) => (
        <li key={task.key}>
          <span>{task.href ? <Link href={task.href}>{task.label}</Link> : task.label}</span>
          <span className={`fp-tasks__state${task.tone ? ` is-${task.tone}` : ''}`}>{task.state}</span>
          {task.why && <span className="fp-tasks__why">{task.why}</span>}
        </li>
      ))}
    </ul>
  )
}
