import { draftFor } from '@/app/_act/draft-for'
import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { Checkbox } from '@/app/_ui/fields/checkbox'
import { TextField } from '@/app/_ui/fields/text-field'
import { Form } from '@/app/_ui/form'
import { Notice } from '@/app/_ui/notice'
import { PageHeading } from '@/app/_ui/page-heading'
import { Changes } from '@/app/_ui/plan/changes'
import { PlanFields } from '@/app/_ui/plan/plan-fields'
import { RecordPage } from '@/app/_ui/staff-page'
import { readPlan } from '@/db/plans/reads'
import { newId } from '@/lib/id'
import { type PlanKind, planKinds } from '@/lib/plans/plan'
import { writePlan } from './actions'
import { planAddress } from './address'

export type TogetherPageProps = {
  params: Promise<{ personId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Writes a plan with the young person in the room, from how it stands or from a change that waits. */
export async function TogetherPage({ kind, params, searchParams }: TogetherPageProps & { kind: PlanKind }) {
  const { personId } = await params
  const search = await searchParams
  const base = planAddress({ personId, kind })
  const { actor, identity, plan, proposals } = await load(readPlan, { personId, kind }, `${base}/together`)
  const { name, path } = planKinds[kind]
  const { knownAs } = identity
  const proposal = proposals.find((one) => one.id === search.change)
  const sections = plan?.sections ?? {}
  return (
    <RecordPage actor={actor} identity={identity} tab={path}>
      <BackLink href={base}>
        Back to {knownAs}’s {name}
      </BackLink>
      <Form
        action={writePlan}
        submit="Save plan"
        idempotencyKey={newId()}
        version={plan?.number ?? 0}
        hidden={{ personId, kind, proposalId: proposal?.id ?? '' }}
        draft={await draftFor(`${kind}-plan-together`, { personId }, search, plan?.number ?? 0)}
        className="fp-form-page"
      >
        <PageHeading
          lede={`In ${knownAs}’s words, one line for each thing. Any part can stay empty, and any part can come first.`}
        >
          {plan ? `Write ${knownAs}’s ${name} together` : `Start ${knownAs}’s ${name} together`}
        </PageHeading>
        {proposal && (
          <Notice kind="warning">
            {proposal.by} suggested a change. It is in the boxes below already: keep it, change it or take it
            out together.
            <Changes kind={kind} now={sections} proposed={proposal.sections} />
          </Notice>
        )}
        <PlanFields kind={kind} sections={proposal?.sections ?? sections} />
        <Checkbox
          name="wasThere"
          label={`${knownAs} was here, and this is what they want in it`}
          hint="Without them, suggest a change instead."
        />
        <TextField name="whoElse" label="Who else was there?" hint="For example, Kerry, mother" optional />
      </Form>
    </RecordPage>
  )
}
