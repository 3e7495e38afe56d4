import type { ReactNode } from 'react'

export type Step = { key: string; label: string; state: 'done' | 'current' | 'later'; note?: ReactNode }

/** Steps in order: along the top on a wide screen, down the page on a phone. */
export function StepList({ steps, label }: { steps: readonly Step[]; label: string }) {
  return (
    <ol className="fp-steps fp-steps--across" aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.key}
          className={step.state === 'done' ? 'is-done' : undefined}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          {step.state === 'done' && (
            <>
              <svg viewBox="0 0 12 12" aria-hidden="true">
                <path fill="none" stroke="currentColor" strokeWidth="2" d="M2 6.5l3 3L10.500 3" />
              </svg>
              <span className="nhsuk-u-visually-hidden">Done: </span>
            </>
          )}
          {step.label}
          {step.note && <small>{step.note}</small>}
        </li>
      ))}
    </ol>
  )
}
