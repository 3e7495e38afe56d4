import { RadioGroup } from '@/app/_ui/fields/radio-group'
import { TextArea } from '@/app/_ui/fields/text-area'
import { Form } from '@/app/_ui/form'
import { OwnWords } from '@/app/_ui/own-words'
import { Changes } from '@/app/_ui/plan/changes'
import type { PlanVersion } from '@/db/plans/current-plan'
import type { Proposal } from '@/db/plans/proposals'
import { newId } from '@/lib/id'
import { firstName } from '@/lib/own-pages/when'
import type { PlanKind } from '@/lib/plans/plan'
import { answerProposal } from './actions'

type Props = { kind: PlanKind; plan: PlanVersion | null; proposals: readonly Proposal[] }

/** Changes others suggest. It is their plan: nothing happens before they say yes. */
export function Suggestions({ kind, plan, proposals }: Props) {
  return proposals.map((one) => {
    const stale = one.basedOn !== (plan?.number ?? 0)
    return (
      <section className="fp-card fp-card--strong" key={one.id} aria-labelledby={`change-${one.id}`}>
        <h2 className="fp-h3" id={`change-${one.id}`}>
          {firstName(one.by)} has an idea for your plan
        </h2>
        <OwnWords who={one.by}>{one.why}</OwnWords>
        {stale ? (
          <p>Your plan is newer than this idea. You can say no, or write it in yourself.</p>
        ) : (
          <Changes kind={kind} now={plan?.sections ?? {}} proposed={one.sections} />
        )}
        <Form
          action={answerProposal}
          id={`answer-${one.id}`}
          label={`Answer ${one.by}`}
          tone="quiet"
          submit="Save my answer"
          idempotencyKey={newId()}
          hidden={{ proposalId: one.id }}
        >
          <RadioGroup
            name="answer"
            label="Do you want this in your plan?"
            hint="Nothing changes until you say yes."
            options={[...(stale ? [] : [{ value: 'yes', label: 'Yes' }]), { value: 'no', label: 'No' }]}
          />
          <TextArea name="words" label={`Do you want to tell ${firstName(one.by)} why?`} rows={2} optional />
        </Form>
      </section>
    )
  })
}
