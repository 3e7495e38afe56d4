import { load } from '@/app/_act/load'
import { ButtonLink } from '@/app/_ui/button-link'
import { Link } from '@/app/_ui/link'
import { OwnPage } from '@/app/_ui/own-page'
import { NewestPlan } from '@/app/_ui/plan/newest-plan'
import { PlanText } from '@/app/_ui/plan/plan-text'
import { Saved } from '@/app/_ui/saved'
import { myPlan } from '@/db/me/plan'
import { type PlanKind, planKinds } from '@/lib/plans/plan'
import { namesByLine } from '@/lib/plans/sharing'
import { myPlanAddress } from './address'
import { Suggestions } from './suggestions'

export type MyPlanProps = { searchParams: Promise<{ saved?: string | string[] }> }

/** Their plan: what waits for their yes first, then every part with something in it. */
export async function MyPlanPage({ kind, searchParams }: MyPlanProps & { kind: PlanKind }) {
  const { saved } = await searchParams
  const base = myPlanAddress({ kind })
  const { actor, personId, plan, proposals, shares } = await load(myPlan, { kind }, base)
  const { name, title } = planKinds[kind]
  return (
    <OwnPage actor={actor} current="/me/plan">
      <Saved at={saved} />
      <h1>{title}</h1>
      <NewestPlan
        check={`/api/plans/${personId}/${kind}/newest`}
        shown={plan?.number ?? 0}
        page={base}
        name={name}
      />
      <Suggestions kind={kind} plan={plan} proposals={proposals} />
      {plan ? (
        <div className="fp-section">
          <PlanText kind={kind} sections={plan.sections} shared={namesByLine(shares)} />
        </div>
      ) : kind === 'wellbeing' ? (
        <p>Here you can write what keeps you well, and what helps on a hard day.</p>
      ) : (
        <p>Here you can write what helps you stay safe when things get hard.</p>
      )}
      <p className="fp-section">
        <ButtonLink tone="go" href={`${base}/change`}>
          {plan ? `Change my ${name}` : `Start my ${name}`}
        </ButtonLink>
      </p>
      {plan && (
        <p>
          <Link href={`${base}/sharing`}>Who sees which line</Link>
        </p>
      )}
      <p>You and the people who help you see every line. You choose who else does.</p>
      <section className="fp-section" aria-labelledby="other">
        <h2 className="fp-h2" id="other">
          {kind === 'wellbeing' ? 'If it gets worse' : 'My other plan'}
        </h2>
        {kind === 'wellbeing' ? (
          <p>
            Your <Link href="/me/safety-plan">safety plan</Link> says what to do when things get hard. If you
            need somebody now, <Link href="/get-help-now">get help now</Link>.
          </p>
        ) : (
          <p>
            <Link href="/me/plan">My plan</Link> says what keeps you well.
          </p>
        )}
      </section>
    </OwnPage>
  )
}
