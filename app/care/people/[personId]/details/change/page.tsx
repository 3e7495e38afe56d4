import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { DateField } from '@/app/_ui/fields/date-field'
import { Select } from '@/app/_ui/fields/select'
import { TextArea } from '@/app/_ui/fields/text-area'
import { TextField } from '@/app/_ui/fields/text-field'
import { Form } from '@/app/_ui/form'
import { PageHeading } from '@/app/_ui/page-heading'
import { RecordPage } from '@/app/_ui/staff-page'
import { detailsForm } from '@/db/people/reads'
import { newId } from '@/lib/id'
import { noNhsNumberReasons } from '@/lib/people/identity'
import { nhsNumberInWords } from '@/lib/people/nhs-number'
import { changeDetails } from './actions'

export const metadata = { title: 'Change details' }

export default async function ChangeDetails({ params }: { params: Promise<{ personId: string }> }) {
  const { personId } = await params
  const base = `/care/people/${personId}/details`
  const { actor, identity, person } = await load(detailsForm, { personId }, `${base}/change`)
  return (
    <RecordPage actor={actor} identity={identity} tab="details">
      <BackLink href={base}>Back to {identity.knownAs}’s details</BackLink>
      <Form
        action={changeDetails}
        submit="Save details"
        idempotencyKey={newId()}
        version={person.version}
        hidden={{ personId }}
        className="fp-form-page"
      >
        <PageHeading>Change details</PageHeading>
        <h2 className="fp-h3">Name</h2>
        <TextField name="given" label="First name" value={person.given} />
        <TextField name="family" label="Last name" value={person.family} />
        <TextField
          name="knownAs"
          label="Known as"
          hint="What they want to be called"
          value={person.knownAs}
          optional
        />
        <TextField
          name="pronouns"
          label="Pronouns"
          hint="In their words, such as she/her or they/them"
          value={person.pronouns}
          width={20}
          optional
        />
        <DateField name="born" label="Date of birth" value={person.born} />
        <TextField
          name="nhsNumber"
          label="NHS number"
          hint="10 digits. Leave empty if there is none, and choose why below."
          value={person.nhsNumber ? nhsNumberInWords(person.nhsNumber) : ''}
          width={20}
          inputMode="numeric"
          spellCheck={false}
          optional
        />
        <Select
          name="nhsNumberAbsent"
          label="Why there is no NHS number"
          value={person.nhsNumberAbsent ?? ''}
          empty="There is one"
          options={Object.entries(noNhsNumberReasons).map(([value, label]) => ({ value, label }))}
        />
        <h2 className="fp-h3">Contact</h2>
        <TextArea
          name="safeContact"
          label="How to contact safely"
          hint="How, when, and what not to say to whom. A letter or a call can put somebody in danger."
          value={person.safeContact}
          optional
        />
        <TextField name="phone" label="Phone" type="tel" value={person.phone} width={20} optional />
        <TextField name="email" label="E-mail" type="email" value={person.email} optional />
        <TextArea
          name="communicationNeeds"
          label="Communication needs"
          value={person.communicationNeeds}
          optional
        />
        <TextField
          name="language"
          label="Language and interpreter"
          hint="For them and for their family, such as “Polish interpreter for his dad”"
          value={person.language}
          optional
        />
        <h2 className="fp-h3">School and GP</h2>
        <TextField name="school" label="School, college or work" value={person.school} optional />
        <TextField name="gpPractice" label="GP practice" value={person.gpPractice} optional />
        <TextField
          name="gpOdsCode"
          label="GP practice code"
          hint="Up to 9 letters and digits, such as K81003"
          value={person.gpOdsCode ?? ''}
          width={10}
          spellCheck={false}
          optional
        />
      </Form>
    </RecordPage>
  )
}
