import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { DateField } from '@/app/_ui/fields/date-field'
import { TextArea } from '@/app/_ui/fields/text-area'
import { Form } from '@/app/_ui/form'
import { PageHeading } from '@/app/_ui/page-heading'
import { RecordPage } from '@/app/_ui/staff-page'
import { meetingChoices } from '@/db/story/reads'
import { newId } from '@/lib/id'
import { writeNote } from './actions'

export const metadata = { title: 'Add a note' }

export default async function AddNote({ params }: { params: Promise<{ personId: string }> }) {
  const { personId } = await params
  const base = `/care/people/${personId}/story`
  const { actor, identity, today } = await load(meetingChoices, { personId }, `${base}/note`)
  return (
    <RecordPage actor={actor} identity={identity} tab="story">
      <BackLink href={base}>Back to {identity.knownAs}’s story</BackLink>
      <Form
        action={writeNote}
        submit="Save note"
        idempotencyKey={newId()}
        hidden={{ personId }}
        className="fp-form-page"
      >
        <PageHeading lede={`Write it so that ${identity.knownAs} could read it.`}>Add a note</PageHeading>
        <DateField name="happenedOn" label="When did it happen?" value={today} />
        <TextArea name="words" label="What happened?" rows={8} />
      </Form>
    </RecordPage>
  )
}
