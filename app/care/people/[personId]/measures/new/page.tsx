import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { DateField } from '@/app/_ui/fields/date-field'
import { NumberField } from '@/app/_ui/fields/number-field'
import { RadioGroup } from '@/app/_ui/fields/radio-group'
import { Form } from '@/app/_ui/form'
import { Link } from '@/app/_ui/link'
import { PageHeading } from '@/app/_ui/page-heading'
import { RecordPage } from '@/app/_ui/staff-page'
import { readMeasureForm } from '@/db/measures/reads'
import type { Role } from '@/lib/access/roles'
import { mayRateAs, type Rater, raters } from '@/lib/goals/rating'
import { newId } from '@/lib/id'
import { measureOf, measures } from '@/lib/measures/facts'
import type { Measure } from '@/lib/measures/measure'
import { scoreField } from '@/lib/measures/sitting'
import { recordScores } from './actions'

type Props = {
  params: Promise<{ personId: string }>
  searchParams: Promise<{ measure?: string | string[] }>
}

export const metadata = { title: 'Record a measure' }

export default async function RecordMeasure({ params, searchParams }: Props) {
  const { personId } = await params
  const asked = (await searchParams).measure
  const base = `/care/people/${personId}/measures`
  const { actor, identity, today, parents } = await load(readMeasureForm, { personId }, `${base}/new`)
  const { knownAs } = identity
  const measure = typeof asked === 'string' ? measureOf(asked) : undefined

  if (!measure)
    return (
      <RecordPage actor={actor} identity={identity} tab="goals">
        <BackLink href={base}>Back to {knownAs}’s measures</BackLink>
        <PageHeading lede={`${knownAs} is ${identity.age}.`}>Which measure?</PageHeading>
        <ul>
          {measures.map((one) => (
            <li key={one.key}>
              <Link className="fp-link-row" href={`${base}/new?measure=${one.key}`}>
                {one.name}
              </Link>{' '}
              <span className="fp-quiet fp-small">
                {one.fullName}, {one.ages === 'any' ? 'any age' : `made for ages ${one.ages}`}
              </span>
            </li>
          ))}
        </ul>
      </RecordPage>
    )

  const who = whoOf(measure, knownAs, actor, parents)
  return (
    <RecordPage actor={actor} identity={identity} tab="goals">
      <BackLink href={`${base}/new`}>Another measure</BackLink>
      <PageHeading lede={`${measure.fullName}. Scores only, from the sheet that was filled in.`}>
        Record {measure.name}
      </PageHeading>
      {who.length === 0 ? (
        <p>This measure is a clinician’s own. A clinician or team lead records it.</p>
      ) : (
        <Form
          action={recordScores}
          submit="Save scores"
          idempotencyKey={newId()}
          hidden={{ personId, measure: measure.key }}
          className="fp-form-page"
        >
          <RadioGroup
            name="rater"
            label="Who filled it in?"
            options={who}
            value={who.length === 1 ? who[0]!.value : undefined}
          />
          <DateField name="scoredOn" label="On which day?" value={today} />
          {measure.scales.map((scale) => (
            <NumberField
              key={scale.key}
              name={scoreField(scale.key)}
              label={scale.name}
              hint={`${scale.min} to ${scale.max}${measure.experience ? '' : `. ${scale.better === 'higher' ? 'Higher' : 'Lower'} is better.`}`}
              decimals={scale.decimals > 0}
            />
          ))}
          {measure.scales.length > 1 && <p className="fp-quiet">A box you leave empty is not kept as 0.</p>}
        </Form>
      )}
    </RecordPage>
  )
}

/** Those who have a version of this measure; nobody is chosen for anyone unless there is only one. */
const whoOf = (
  measure: Measure,
  knownAs: string,
  actor: { name: string; role: Role },
  parents: readonly { name: string; relation: string }[],
) =>
  measure.raters
    .filter((rater: Rater) => mayRateAs(actor.role, rater))
    .flatMap((rater: Rater) => {
      if (rater === 'young-person') return [{ value: rater as string, label: knownAs }]
      if (rater === 'clinician') return [{ value: rater as string, label: `${actor.name}, clinician` }]
      return [
        ...parents.map(({ name, relation }) => ({
          value: `${rater}=${name}`,
          label: `${name}, ${knownAs}’s ${relation.replace('-', ' ')}`,
        })),
        { value: rater as string, label: parents.length > 0 ? 'Another parent or carer' : raters[rater] },
      ]
    })
