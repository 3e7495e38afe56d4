import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { CheckboxGroup } from '@/app/_ui/fields/checkbox-group'
import { RadioGroup } from '@/app/_ui/fields/radio-group'
import { Select } from '@/app/_ui/fields/select'
import { TextField } from '@/app/_ui/fields/text-field'
import { Form } from '@/app/_ui/form'
import { PageHeading } from '@/app/_ui/page-heading'
import { RecordPage } from '@/app/_ui/staff-page'
import { equalityForm } from '@/db/people/reads'
import { newId } from '@/lib/id'
import { notSaid } from '@/lib/people/equality'
import { type FactKey, factKeys, factOf, whyWeAsk } from '@/lib/people/facts'
import { recordEquality } from './actions'

export const metadata = { title: 'Equality and circumstances' }

export default async function RecordEquality({ params }: { params: Promise<{ personId: string }> }) {
  const { personId } = await params
  const base = `/care/people/${personId}/details`
  const { actor, identity, facts } = await load(equalityForm, { personId }, `${base}/equality`)
  return (
    <RecordPage actor={actor} identity={identity} tab="details">
      <BackLink href={base}>Back to {identity.knownAs}’s details</BackLink>
      <Form
        action={recordEquality}
        submit="Save answers"
        idempotencyKey={newId()}
        hidden={{ personId }}
        className="fp-form-page"
      >
        <PageHeading lede={whyWeAsk}>Equality and circumstances</PageHeading>
        <p>
          Leave a question empty to come back to it another day. Earlier answers stay in the record beside the
          new ones.
        </p>
        {factKeys.map((key) => (
          <Question key={key} fact={key} value={facts[key]?.value} words={facts[key]?.words} />
        ))}
      </Form>
    </RecordPage>
  )
}

/** A long list is a drop-down; up to five answers are radios; several answers are boxes. */
function Question({ fact, value, words }: { fact: FactKey; value?: string; words?: string }) {
  const { label, options: named, several, ownWords } = factOf(fact)
  // National codes in their own order: of keys that are numbers, JavaScript would put '10' first.
  const told = several ? Object.entries(named).sort(([a], [b]) => (a < b ? -1 : 1)) : Object.entries(named)
  const options = [...told, ...Object.entries(notSaid)].map(([key, text]) => ({ value: key, label: text }))
  return (
    <>
      {several ? (
        <CheckboxGroup name={fact} label={label} options={options} value={value?.split(',')} />
      ) : options.length > 8 ? (
        <Select name={fact} label={label} options={options} value={value} empty="No answer yet" />
      ) : (
        <RadioGroup
          name={fact}
          label={label}
          options={options}
          value={value}
          inline={options.every((option) => option.label.length < 18)}
        />
      )}
      {ownWords && (
        <TextField name={`${fact}-words`} label={ownWords} labelSize="plain" value={words} optional />
      )}
    </>
  )
}
