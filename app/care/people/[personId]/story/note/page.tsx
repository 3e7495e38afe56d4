import { draftFor } from '@/app/_act/draft-for'
import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { DateField } from '@/app/_ui/fields/date-field'
import { Select } from '@/app/_ui/fields/select'
import { TextArea } from '@/app/_ui/fields/text-area'
import { TextField } from '@/app/_ui/fields/text-field'
import { Form } from '@/app/_ui/form'
import { PageHeading } from '@/app/_ui/page-heading'
import { RecordPage } from '@/app/_ui/staff-page'
import { meetingChoices } from '@/db/story/meetings'
import { timeInWords } from '@/lib/day'
import { newId } from '@/lib/id'
import { noteKinds } from '@/lib/story/note'
import { ForThem } from '../../meetings/[meetingId]/room/note-fields'
import { writeNote } from './actions'

const kinds = Object.entries(noteKinds).map(([value, label]) => ({ value, label }))

export const metadata = { title: 'Add a note' }

type Props = {
  params: Promise<{ personId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function AddNote({ params, searchParams }: Props) {
  const { personId } = await params
  const base = `/care/people/${personId}/story`
  const { actor, identity, today, now } = await load(meetingChoices, { personId }, `${base}/note`)
  return (
    <RecordPage actor={actor} identity={identity} tab="story">
      <BackLink href={base}>Back to {identity.knownAs}’s story</BackLink>
      <Form
        action={writeNote}
        submit="Save note"
        idempotencyKey={newId()}
        hidden={{ personId }}
        draft={await draftFor('note', { personId }, await searchParams)}
        className="fp-form-page"
      >
        <PageHeading lede={`Write it so that ${identity.knownAs} could read it.`}>Add a note</PageHeading>
        <DateField name="happenedOn" label="When did it happen?" value={today} />
        <TextField name="happenedAt" label="Time" width={5} value={timeInWords(now)} optional />
        <Select name="kind" label="What is the note about?" options={kinds} value="other" />
        <TextArea name="words" label="What happened?" rows={8} />
        <ForThem who={identity.knownAs} />
      </Form>
    </RecordPage>
  )
}
