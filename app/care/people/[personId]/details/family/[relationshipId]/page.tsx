import { notFound } from 'next/navigation'
import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { CheckboxGroup } from '@/app/_ui/fields/checkbox-group'
import { DateField } from '@/app/_ui/fields/date-field'
import { RadioGroup } from '@/app/_ui/fields/radio-group'
import { Select } from '@/app/_ui/fields/select'
import { TextArea } from '@/app/_ui/fields/text-area'
import { Form } from '@/app/_ui/form'
import { Link } from '@/app/_ui/link'
import { PageHeading } from '@/app/_ui/page-heading'
import { Saved } from '@/app/_ui/saved'
import { RecordPage } from '@/app/_ui/staff-page'
import { Verbatim } from '@/app/_ui/verbatim'
import { familyOf, holdsOn } from '@/db/family/reads'
import { newId } from '@/lib/id'
import { allowanceNames, shareableSections, type Thing, thingKey } from '@/lib/people/allowances'
import { presumedAbleFrom, said, standingInWords } from '@/lib/people/consent'
import { allowFamily } from '../actions'

export const metadata = { title: 'Let a parent or carer see something' }

type Props = {
  params: Promise<{ personId: string; relationshipId: string }>
  searchParams: Promise<{ saved?: string | string[] }>
}

export default async function Allow({ params, searchParams }: Props) {
  const { personId, relationshipId } = await params
  const { saved } = await searchParams
  const base = `/care/people/${personId}/details/family`
  const { actor, identity, today, parents, allowed, goals } = await load(
    familyOf,
    { personId },
    `${base}/${relationshipId}`,
  )
  const parent = parents.find((one) => one.id === relationshipId)
  if (!parent) return notFound()
  const { knownAs, age } = identity
  const now = new Set(
    allowed.filter((one) => one.relationshipId === relationshipId && holdsOn(one, today)).map(thingKey),
  )
  const plain = (item: Thing['item'], label: string = allowanceNames[item], rest: Partial<Thing> = {}) => ({
    thing: { item, itemId: null, section: '', ...rest } satisfies Thing,
    label,
  })
  const things: { thing: Thing; label: React.ReactNode }[] = [
    plain('pages'),
    plain('goals'),
    ...goals.map((goal) => ({
      ...plain('goal', undefined, { itemId: goal.id }),
      label: (
        <>
          One goal: <Verbatim>{goal.words}</Verbatim>
        </>
      ),
    })),
    plain('ratings'),
    plain('meetings'),
    ...shareableSections.map(({ key, title }) =>
      plain('plan-section', `Of the plan: ${title}`, { section: key }),
    ),
  ]
  return (
    <RecordPage actor={actor} identity={identity} tab="details">
      <BackLink href={base}>Back to what parents and carers see</BackLink>
      <Saved at={saved} />
      <Form
        action={allowFamily}
        submit="Save what was decided"
        idempotencyKey={newId()}
        hidden={{ personId, relationshipId }}
        className="fp-form-page"
      >
        <PageHeading lede="Each thing is allowed for itself. Nothing else comes with it. Private notes are never shown.">
          What may {parent.name} see?
        </PageHeading>
        <CheckboxGroup
          name="things"
          label="Which things?"
          options={things
            .filter(({ thing }) => !now.has(thingKey(thing)))
            .map(({ thing, label }) => ({
              value: thingKey(thing),
              label,
              hint: age < presumedAbleFrom ? standingInWords[parent.stands[thing.item]] : undefined,
            }))}
        />
        {age < presumedAbleFrom && (
          <p>
            {knownAs} is {age}.{' '}
            <Link href={`${base}/capacity?about=${relationshipId}`}>
              Record if {knownAs} is able to decide one of these
            </Link>
            .
          </p>
        )}
        <RadioGroup
          name="says"
          label={`What did ${knownAs} say?`}
          inline
          options={Object.entries(said).map(([value, label]) => ({ value, label }))}
        />
        <TextArea name="wishWords" label="In their words" rows={2} optional />
        {age < presumedAbleFrom && (
          <Select
            name="decidedBy"
            label={`Who decided, where ${knownAs} is not able to decide yet?`}
            hint="Only somebody with parental responsibility on record."
            empty={parent.name}
            options={parents
              .filter((one) => one.parentalResponsibility === 'yes' && one.id !== relationshipId)
              .map((one) => ({ value: one.id, label: one.name }))}
          />
        )}
        <DateField name="from" label="When was it decided?" value={today} />
      </Form>
    </RecordPage>
  )
}
