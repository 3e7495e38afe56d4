import type { ReactNode } from 'react'
import { Link } from './link'

export type SummaryRow = {
  label: string
  value: ReactNode
  /** A link to the page that changes this, with the words a screen reader adds: "Change name". */
  change?: { href: string; label?: string }
}

export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  const changeable = rows.some((row) => row.change)
  return (
    <dl className="nhsuk-summary-list">
      {rows.map((row) => (
        <div
          className={`nhsuk-summary-list__row${changeable && !row.change ? ' nhsuk-summary-list__row--no-actions' : ''}`}
          key={row.label}
        >
          <dt className="nhsuk-summary-list__key">{row.label}</dt>
          <dd className="nhsuk-summary-list__value">{row.value}</dd>
          {row.change && (
            <dd className="nhsuk-summary-list__actions">
              <Link href={row.change.href}>
                {row.change.label ?? 'Change'}
                <span className="nhsuk-u-visually-hidden"> {row.label}</span>
              </Link>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
