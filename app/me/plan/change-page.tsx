import { draftFor } from '@/app/_act/draft-for'
import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { Form } from '@/app/_ui/form'
import { OwnPage } from '@/app/_ui/own-page'
import { PlanFields } from '@/app/_ui/plan/plan-fields'
import { myPlan } from '@/db/me/plan'
import { newId } from '@/lib/id'
import { type PlanKind, planKinds } from '@/lib/plans/plan'
import { writeMyPlan } from './actions'
import { myPlanAddress } from './address'

const myDraft = { wellbeing: 'my-plan', safety: 'my-safety-plan' } as const

/** Writing their plan. Every box may stay empty, and "not finished" is fine. */
export async function MyPlanChangePage({
  kind,
  searchParams,
}: {
  kind: PlanKind
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const base = myPlanAddress({ kind })
  const { actor, plan } = await load(myPlan, { kind }, `${base}/change`)
  const { name, title } = planKinds[kind]
  return (
    <OwnPage actor={actor} current="/me/plan">
      <BackLink href={base}>{title}</BackLink>
      <Form
        action={writeMyPlan}
        submit={`Save my ${name}`}
        idempotencyKey={newId()}
        version={plan?.number ?? 0}
        hidden={{ kind }}
        draft={await draftFor(myDraft[kind], {}, await searchParams, plan?.number ?? 0)}
      >
        <h1>{title}</h1>
        <p>Write what you want, in any order. You can leave boxes empty. It does not have to be finished.</p>
        <p>Put each thing on its own line. You can then choose who sees each line.</p>
        <PlanFields kind={kind} sections={plan?.sections ?? {}} />
        <p>You and the people who help you see this.</p>
      </Form>
    </OwnPage>
  )
}
