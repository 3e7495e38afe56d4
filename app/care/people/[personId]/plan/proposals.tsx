import { Form } from '@/app/_ui/form'
import { Link } from '@/app/_ui/link'
import { Changes } from '@/app/_ui/plan/changes'
import type { PlanVersion } from '@/db/plans/current-plan'
import type { Proposal } from '@/db/plans/proposals'
import { instantInWords } from '@/lib/day'
import { newId } from '@/lib/id'
import type { PlanKind } from '@/lib/plans/plan'
import { withdrawProposal } from './actions'

type Props = {
  kind: PlanKind
  plan: PlanVersion | null
  proposals: readonly Proposal[]
  knownAs: string
  base: string
}

/** Changes that were suggested and not answered yet: what they would do, and why somebody thought of them. */
export function Proposals({ kind, plan, proposals, knownAs, base }: Props) {
  const personId = base.split('/')[3]!
  if (proposals.length === 0)
    return (
      <p className="fp-quiet">Nothing waits. A change that is suggested stands here until they answer.</p>
    )
  return (
    <ul className="fp-todo">
      {proposals.map((one) => {
        const stale = one.basedOn !== (plan?.number ?? 0)
        return (
          <li key={one.id}>
            <p>
              <b>{one.by}</b> <span className="fp-quiet">{instantInWords(one.madeAt)}</span>
            </p>
            <p className="fp-verbatim">{one.why}</p>
            {stale ? (
              <p>
                {knownAs}’s plan has gone on since. Go through it together, or take it back and suggest it
                again.
              </p>
            ) : (
              <Changes kind={kind} now={plan?.sections ?? {}} proposed={one.sections} />
            )}
            <p>
              <Link href={`${base}/together?change=${one.id}`}>Go through it together</Link>
            </p>
            <Form
              action={withdrawProposal}
              id={`withdraw-${one.id}`}
              label={`Take back the change ${one.by} suggested`}
              submit="Take it back"
              tone="quiet"
              idempotencyKey={newId()}
              hidden={{ personId, proposalId: one.id }}
            />
          </li>
        )
      })}
    </ul>
  )
}
