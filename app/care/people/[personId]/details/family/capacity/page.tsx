import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { DateField } from '@/app/_ui/fields/date-field'
import { RadioGroup } from '@/app/_ui/fields/radio-group'
import { Select } from '@/app/_ui/fields/select'
import { TextArea } from '@/app/_ui/fields/text-area'
import { TextField } from '@/app/_ui/fields/text-field'
import { Form } from '@/app/_ui/form'
import { PageHeading } from '@/app/_ui/page-heading'
import { RecordPage } from '@/app/_ui/staff-page'
import { familyOf } from '@/db/family/reads'
import { newId } from '@/lib/id'
import { presumedAbleFrom, questions } from '@/lib/people/consent'
import { recordCapacity } from '../actions'

export const metadata = { title: 'Able to decide?' }

type Props = {
  params: Promise<{ personId: string }>
  searchParams: Promise<{ about?: string | string[]; question?: string | string[] }>
}

export default async function Capacity({ params, searchParams }: Props) {
  const { personId } = await params
  const { about, question } = await searchParams
  const base = `/care/people/${personId}/details/family`
  const { actor, identity, today, parents } = await load(familyOf, { personId }, `${base}/capacity`)
  const { knownAs, age } = identity
  const back = <BackLink href={base}>Back to what parents and carers see</BackLink>
  if (age >= presumedAbleFrom)
    return (
      <RecordPage actor={actor} identity={identity} tab="details">
        {back}
        <PageHeading>{knownAs} decides</PageHeading>
        <p>
          {knownAs} is {age}. From 16 they are presumed able to decide, so nothing is recorded here.
        </p>
      </RecordPage>
    )
  return (
    <RecordPage actor={actor} identity={identity} tab="details">
      {back}
      <Form
        action={recordCapacity}
        submit="Save this decision"
        idempotencyKey={newId()}
        hidden={{ personId }}
        className="fp-form-page"
      >
        <PageHeading lede="One decision, as it stands now. It says nothing about any other decision.">
          Is {knownAs} able to decide this?
        </PageHeading>
        <Select
          name="question"
          label="Which decision?"
          empty="Choose a decision"
          value={typeof question === 'string' ? question : undefined}
          options={Object.entries(questions).map(([value, label]) => ({ value, label }))}
        />
        <Select
          name="relationshipId"
          label="Which parent or carer is it about?"
          empty="None of them"
          value={typeof about === 'string' ? about : undefined}
          options={parents.map((parent) => ({ value: parent.id, label: parent.name }))}
        />
        <TextArea
          name="words"
          label="The decision, as you put it to them"
          hint="For example, “Kerry can see your goals on her own phone.”"
          rows={2}
        />
        <TextArea
          name="understanding"
          label="Understanding"
          hint="What showed that they understand what it means, now and later, and what else they could choose?"
        />
        <TextArea
          name="maturity"
          label="Maturity"
          hint="What showed how they weigh it up, for themselves and for others?"
        />
        <TextArea
          name="voluntariness"
          label="Free choice"
          hint="What showed that nobody pushed them? Did you ask them on their own?"
        />
        <RadioGroup
          name="able"
          label="Were they able to decide this?"
          inline
          options={[
            { value: 'yes', label: 'Yes, this one' },
            { value: 'no', label: 'Not this one, not yet' },
          ]}
        />
        <TextField name="assessor" label="Who assessed it, if it was not you" optional />
        <TextField name="othersPresent" label="Who else was there?" optional />
        <DateField name="assessedOn" label="When?" value={today} />
      </Form>
    </RecordPage>
  )
}
