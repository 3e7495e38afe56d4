import { draftFor } from '@/app/_act/draft-for'
import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { TextArea } from '@/app/_ui/fields/text-area'
import { Form } from '@/app/_ui/form'
import { PageHeading } from '@/app/_ui/page-heading'
import { PlanFields } from '@/app/_ui/plan/plan-fields'
import { RecordPage } from '@/app/_ui/staff-page'
import { readPlan } from '@/db/plans/reads'
import { newId } from '@/lib/id'
import { type PlanKind, planKinds } from '@/lib/plans/plan'
import { proposePlanChange } from './actions'
import { planAddress } from './address'

export type ChangePageProps = {
  params: Promise<{ personId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Suggests a change. Nothing changes until the young person says yes. */
export async function ChangePage({ kind, params, searchParams }: ChangePageProps & { kind: PlanKind }) {
  const { personId } = await params
  const base = planAddress({ personId, kind })
  const { actor, identity, plan } = await load(readPlan, { personId, kind }, `${base}/change`)
  const { name, path } = planKinds[kind]
  const { knownAs } = identity
  return (
    <RecordPage actor={actor} identity={identity} tab={path}>
      <BackLink href={base}>
        Back to {knownAs}’s {name}
      </BackLink>
      <Form
        action={proposePlanChange}
        submit="Suggest this change"
        idempotencyKey={newId()}
        version={plan?.number ?? 0}
        hidden={{ personId, kind }}
        draft={await draftFor(`${kind}-plan-change`, { personId }, await searchParams, plan?.number ?? 0)}
        className="fp-form-page"
      >
        <PageHeading
          lede={`It is ${knownAs}’s plan. Nothing changes until they say yes. One line for each thing.`}
        >
          Suggest a change
        </PageHeading>
        <PlanFields kind={kind} sections={plan?.sections ?? {}} />
        <TextArea
          name="why"
          label="Why do you suggest it?"
          hint={`${knownAs} reads this beside the change.`}
        />
      </Form>
    </RecordPage>
  )
}
