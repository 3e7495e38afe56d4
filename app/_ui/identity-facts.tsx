import type { ReactNode } from 'react'

export type Fact = { label: string; value: ReactNode }

/** The few facts that stay in sight: who is beside them, how to contact safely, what they need, the grouping. */
export function IdentityFacts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="fp-identity__facts">
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}
