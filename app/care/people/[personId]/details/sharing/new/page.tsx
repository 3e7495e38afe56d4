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
import { sharingForm } from '@/db/people/reads'
import { newId } from '@/lib/id'
import { bases, purposes, whoDecides, whoDecidesInWords, wishes } from '@/lib/sharing/sharing'
import { recordSharing } from './actions'

export const metadata = { title: 'Add who may know what' }

const options = (names: Record<string, string>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }))

export default async function RecordSharing({ params }: { params: Promise<{ personId: string }> }) {
  const { personId } = await params
  const base = `/care/people/${personId}/details`
  const { actor, identity, today, teams } = await load(sharingForm, { personId }, `${base}/sharing/new`)
  const { knownAs, age, born } = identity
  return (
    <RecordPage actor={actor} identity={identity} tab="details">
      <BackLink href={base}>Back to {knownAs}’s details</BackLink>
      <Form
        action={recordSharing}
        submit="Save"
        idempotencyKey={newId()}
        hidden={{ personId }}
        className="fp-form-page"
      >
        <PageHeading lede="One recipient and one purpose at a time. There is no yes to everything.">
          Who may know what?
        </PageHeading>
        <Select
          name="recipientTeamId"
          label="Which team"
          options={teams.map((team) => ({ value: team.id, label: team.name }))}
          empty="Somebody else, named below"
        />
        <TextField
          name="recipientWords"
          label="Somebody else"
          hint="For example, “Ms Osei, form tutor at Northfield School”"
          optional
        />
        <RadioGroup
          name="purpose"
          label="What is it for?"
          hint="A team that works together with us can open the record while this stands."
          options={options(purposes)}
        />
        <h2 className="fp-h3">What {knownAs} wants</h2>
        <RadioGroup
          name="wish"
          label={`Does ${knownAs} want this shared?`}
          options={options(wishes)}
          inline
        />
        <TextArea name="wishWords" label="In their words" hint="What may be told, and what not" optional />
        <h2 className="fp-h3">The lawful basis</h2>
        <p>
          {knownAs} is {age}. {whoDecidesInWords[whoDecides(born, today, undefined)]}.
        </p>
        <Select
          name="basis"
          label="On what basis is it shared?"
          options={options(bases)}
          empty="None yet: nothing is shared"
        />
        <TextArea
          name="basisWords"
          label="Why this basis holds"
          hint="Gillick: what showed that they understand this decision, and who judged it. Against their wish: why, and what they were told."
          optional
        />
        <TextField name="decidedBy" label="Who decided" hint="Name, and who they are" optional />
        <DateField name="from" label="From" value={today} />
        <DateField
          name="to"
          label="Until"
          hint="Leave empty if it goes on until somebody withdraws it."
          optional
        />
      </Form>
    </RecordPage>
  )
}
