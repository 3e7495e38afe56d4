import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { CheckboxGroup } from '@/app/_ui/fields/checkbox-group'
import { RadioGroup } from '@/app/_ui/fields/radio-group'
import { Form } from '@/app/_ui/form'
import { OwnPage } from '@/app/_ui/own-page'
import { Saved } from '@/app/_ui/saved'
import { myPlan } from '@/db/me/plan'
import { dayOf, inWords } from '@/lib/day'
import { newId } from '@/lib/id'
import { linesOf, type PlanKind, planKinds } from '@/lib/plans/plan'
import { standingShares } from '@/lib/plans/sharing'
import { shareMyLine, stopSharingMyLine } from './actions'
import { myPlanAddress } from './address'
import type { MyPlanProps } from './plan-page'

/** Which line is shown to whom, line by line. */
export async function MyPlanSharingPage({ kind, searchParams }: MyPlanProps & { kind: PlanKind }) {
  const { saved } = await searchParams
  const base = myPlanAddress({ kind })
  const { actor, plan, shares, people } = await load(myPlan, { kind }, `${base}/sharing`)
  const lines = linesOf(plan?.sections ?? {})
  const standing = standingShares(plan?.sections ?? {}, shares)
  return (
    <OwnPage actor={actor} current="/me/plan">
      <BackLink href={base}>{planKinds[kind].title}</BackLink>
      <Saved at={saved} />
      <h1>Who sees which line</h1>
      <p>You and the people who help you see every line. Nobody else sees a line before you say so.</p>
      {standing.length === 0 ? (
        <p>No line is shown to anybody else.</p>
      ) : (
        <ul className="fp-cards">
          {standing.map((share) => (
            <li className="fp-card" key={share.id}>
              <p className="fp-verbatim">{share.words}</p>
              <p className="fp-quiet">
                {share.name} sees this. It began on {inWords(dayOf(share.since))}.
              </p>
              <Form
                action={stopSharingMyLine}
                id={`stop-${share.id}`}
                label={`Stop showing “${share.words}” to ${share.name}`}
                submit="Stop showing it"
                tone="quiet"
                idempotencyKey={newId()}
                hidden={{ shareId: share.id }}
              />
            </li>
          ))}
        </ul>
      )}
      {lines.length > 0 && people.length > 0 && (
        <section className="fp-section" aria-labelledby="more">
          <h2 className="fp-h2" id="more">
            Show lines to somebody
          </h2>
          <Form action={shareMyLine} submit="Show these lines" idempotencyKey={newId()} hidden={{ kind }}>
            <CheckboxGroup
              name="lineId"
              label="Which lines?"
              hint="If you write a line in a new way, nobody else sees the new line."
              options={lines.map((line) => ({ value: line.id, label: line.words }))}
            />
            <RadioGroup
              name="relationshipId"
              label="Who may see them?"
              options={people.map((one) => ({ value: one.id, label: one.name }))}
            />
          </Form>
        </section>
      )}
      {people.length === 0 && (
        <p>There is nobody to choose yet. Ask your worker to add somebody you trust.</p>
      )}
    </OwnPage>
  )
}
