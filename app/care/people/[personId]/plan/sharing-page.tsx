import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { Empty } from '@/app/_ui/empty'
import { Checkbox } from '@/app/_ui/fields/checkbox'
import { CheckboxGroup } from '@/app/_ui/fields/checkbox-group'
import { Select } from '@/app/_ui/fields/select'
import { Form } from '@/app/_ui/form'
import { Link } from '@/app/_ui/link'
import { PageHeading } from '@/app/_ui/page-heading'
import { Saved } from '@/app/_ui/saved'
import { RecordPage } from '@/app/_ui/staff-page'
import { readPlanSharing } from '@/db/plans/reads'
import { dayOf, inWords } from '@/lib/day'
import { newId } from '@/lib/id'
import { type Relationship, relationships } from '@/lib/people/relationships'
import { linesOf, type PlanKind, planKinds } from '@/lib/plans/plan'
import { recipientKey, standingShares } from '@/lib/plans/sharing'
import { shareLine, stopSharingLine } from './actions'
import { planAddress } from './address'

export type SharingPageProps = {
  params: Promise<{ personId: string }>
  searchParams: Promise<{ saved?: string | string[] }>
}

/** Which line is shown to whom. The default of every line is the young person and the workers beside them. */
export async function SharingPage({ kind, params, searchParams }: SharingPageProps & { kind: PlanKind }) {
  const { personId } = await params
  const { saved } = await searchParams
  const base = planAddress({ personId, kind })
  const { actor, identity, plan, shares, recipients } = await load(
    readPlanSharing,
    { personId, kind },
    `${base}/sharing`,
  )
  const { name, path } = planKinds[kind]
  const { knownAs } = identity
  const lines = linesOf(plan?.sections ?? {})
  const standing = standingShares(plan?.sections ?? {}, shares)
  return (
    <RecordPage actor={actor} identity={identity} tab={path}>
      <Saved at={saved} />
      <BackLink href={base}>
        Back to {knownAs}’s {name}
      </BackLink>
      <PageHeading
        lede={`${knownAs} and the workers beside them see every line. Anybody else sees a line when ${knownAs} says so.`}
      >
        Who sees which line?
      </PageHeading>
      <section className="fp-section" aria-labelledby="now">
        <h2 id="now">Shared now</h2>
        {standing.length === 0 ? (
          <Empty>Nothing is shared with anybody else.</Empty>
        ) : (
          <ul className="fp-todo fp-form-page">
            {standing.map((share) => (
              <li key={share.id}>
                <p className="fp-verbatim">{share.words}</p>
                <p className="fp-quiet">
                  {share.name}, since {inWords(dayOf(share.since))}. Written down by {share.by || knownAs}.
                </p>
                <Form
                  action={stopSharingLine}
                  id={`stop-${share.id}`}
                  label={`Stop sharing “${share.words}” with ${share.name}`}
                  submit="Stop sharing"
                  tone="quiet"
                  idempotencyKey={newId()}
                  hidden={{ personId, shareId: share.id }}
                />
              </li>
            ))}
          </ul>
        )}
        {[...new Map(standing.map((share) => [recipientKey(share.with), share.name]))].map(([key, whose]) => (
          <p key={key}>
            <Link href={`${base}/print?for=${encodeURIComponent(key)}`}>Print {whose}’s copy</Link>
          </p>
        ))}
      </section>
      {lines.length > 0 && (
        <section className="fp-section" aria-labelledby="more">
          <h2 id="more">Share lines</h2>
          <Form
            action={shareLine}
            submit="Share these lines"
            idempotencyKey={newId()}
            hidden={{ personId, kind }}
            className="fp-form-page"
          >
            <CheckboxGroup
              name="lineId"
              label="Which lines?"
              hint="A line that is written differently later is another line, and is shared with nobody."
              options={lines.map((line) => ({ value: line.id, label: line.words }))}
            />
            <Select
              name="with"
              label="With whom?"
              empty="Choose somebody"
              options={recipients.map((one) => ({
                value: recipientKey(one),
                label: [
                  one.name,
                  one.kind === 'relationship'
                    ? relationships[one.says as Relationship].toLowerCase()
                    : one.says,
                ]
                  .filter(Boolean)
                  .join(', '),
              }))}
            />
            <Checkbox name="theyAskedFor" label={`${knownAs} wants this`} />
          </Form>
        </section>
      )}
    </RecordPage>
  )
}
