import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { ButtonLink } from '@/app/_ui/button-link'
import { Empty } from '@/app/_ui/empty'
import { RadioGroup } from '@/app/_ui/fields/radio-group'
import { RatingTiles } from '@/app/_ui/fields/rating-tiles'
import { Form } from '@/app/_ui/form'
import { PageHeading } from '@/app/_ui/page-heading'
import { StaffPage } from '@/app/_ui/staff-page'
import { Verbatim } from '@/app/_ui/verbatim'
import { readRatingSheet } from '@/db/goals/reads'
import { inWords } from '@/lib/day'
import { anchors, mayRateAs, notTodayReasons, raters } from '@/lib/goals/rating'
import { fieldOf } from '@/lib/goals/sheet'
import { newId } from '@/lib/id'
import { recordRatings } from './actions'

type Props = { params: Promise<{ personId: string }> }

export const metadata = { title: 'Rate goals' }

const reasons = Object.entries(notTodayReasons).map(([value, label]) => ({ value, label }))

export default async function Rating({ params }: Props) {
  const { personId } = await params
  const base = `/care/people/${personId}`
  const { actor, identity, today, goals, parents } = await load(
    readRatingSheet,
    { personId },
    `${base}/rating`,
  )
  const { knownAs } = identity
  const beside = [identity.namedWorker, identity.alsoBeside].filter((one) => one !== null)
  const who = [
    { value: 'young-person', label: knownAs },
    ...parents.map(({ name, relation }) => ({
      value: `parent-or-carer=${name}`,
      label: `${name}, ${knownAs}’s ${relation.replace('-', ' ')}`,
    })),
    {
      value: 'parent-or-carer',
      label: parents.length ? 'Another parent or carer' : raters['parent-or-carer'],
    },
    ...(mayRateAs(actor.role, 'clinician')
      ? [{ value: 'clinician', label: `${actor.name}, clinician` }]
      : []),
  ]
  return (
    <StaffPage actor={actor} current="/care/people">
      <BackLink href={`${base}/goals`}>Back to {knownAs}’s goals</BackLink>
      <PageHeading lede={`${knownAs}’s goals. ${inWords(today)}.`}>How close do you feel?</PageHeading>
      {goals.length === 0 ? (
        <Empty action={<ButtonLink href={`${base}/goals/new`}>Add a goal</ButtonLink>}>
          There is no open goal to rate yet.
        </Empty>
      ) : (
        <Form
          action={recordRatings}
          submit="Save ratings"
          idempotencyKey={newId()}
          hidden={{ personId }}
          className="fp-form-page"
        >
          <RadioGroup name="rater" label="Who is rating?" inline options={who} />
          <p className="fp-who__why">
            We ask so that you can see what is moving and what is not.{' '}
            {beside.length > 0
              ? `You and ${new Intl.ListFormat('en-GB').format(beside.map((one) => one.name))} will see it.`
              : 'You and the people who help you will see it.'}{' '}
            Earlier ratings open after you save.
          </p>
          {goals.map((goal) => (
            <RatingTiles
              key={goal.id}
              name={fieldOf(goal.id)}
              legend={<Verbatim lang={goal.language}>{goal.words}</Verbatim>}
              reasons={reasons}
              anchors={[anchors[0], anchors[5], anchors[10]]}
            />
          ))}
        </Form>
      )}
    </StaffPage>
  )
}
