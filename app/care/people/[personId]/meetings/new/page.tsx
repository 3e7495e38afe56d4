import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { DateField } from '@/app/_ui/fields/date-field'
import { NumberField } from '@/app/_ui/fields/number-field'
import { RadioGroup } from '@/app/_ui/fields/radio-group'
import { Select } from '@/app/_ui/fields/select'
import { TextField } from '@/app/_ui/fields/text-field'
import { Form } from '@/app/_ui/form'
import { PageHeading } from '@/app/_ui/page-heading'
import { RecordPage } from '@/app/_ui/staff-page'
import { meetingChoices } from '@/db/story/reads'
import { newId } from '@/lib/id'
import { meetingWays } from '@/lib/story/meeting'
import { bookMeeting } from './actions'

export const metadata = { title: 'Book a meeting' }

export default async function BookMeeting({ params }: { params: Promise<{ personId: string }> }) {
  const { personId } = await params
  const base = `/care/people/${personId}`
  const { actor, identity, beside } = await load(meetingChoices, { personId }, `${base}/meetings/new`)
  const workers = beside.map((worker) => ({ value: worker.id, label: `${worker.name}, ${worker.team}` }))
  return (
    <RecordPage actor={actor} identity={identity} tab="story">
      <BackLink href={`${base}/story`}>Back to {identity.knownAs}’s story</BackLink>
      <Form
        action={bookMeeting}
        submit="Save meeting"
        idempotencyKey={newId()}
        hidden={{ personId }}
        className="fp-form-page"
      >
        <PageHeading lede="A meeting that has taken place can be written down here too.">
          Book a meeting
        </PageHeading>
        <DateField name="on" label="Day" />
        <TextField name="at" label="Time" hint="For example, 14:05" width={5} />
        <NumberField name="minutes" label="Minutes" value={50} />
        <RadioGroup
          name="how"
          label="How will you meet?"
          options={Object.entries(meetingWays).map(([value, label]) => ({ value, label }))}
        />
        <TextField name="place" label="Where?" hint="A place they chose, if they did" optional />
        <Select
          name="withStaffId"
          label="Who meets them?"
          options={workers}
          value={identity.namedWorker?.id ?? beside[0]?.id}
        />
        <Select name="alsoStaffId" label="Who else of us?" options={workers} empty="Nobody else" optional />
        <TextField name="whoElse" label="Anybody they bring" optional />
      </Form>
    </RecordPage>
  )
}
