import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { RadioGroup } from '@/app/_ui/fields/radio-group'
import { TextArea } from '@/app/_ui/fields/text-area'
import { Form } from '@/app/_ui/form'
import { Link } from '@/app/_ui/link'
import { Notice } from '@/app/_ui/notice'
import { PageHeading } from '@/app/_ui/page-heading'
import { RecordPage } from '@/app/_ui/staff-page'
import { meeting as readMeeting } from '@/db/story/meeting'
import { newId } from '@/lib/id'
import { cancelReasons, settled } from '@/lib/story/meeting'
import { cancelMeeting } from '../../actions'
import { meetingAddress } from '../../address'
import { howInWords, whenInWords } from '../../meeting-words'
import { OthersToo } from '../others-too'

type Props = { params: Promise<{ personId: string; meetingId: string }> }

export const metadata = { title: 'Cancel a meeting' }

export default async function CancelMeeting({ params }: Props) {
  const ids = await params
  const page = meetingAddress(ids)
  const { actor, identity, meeting } = await load(readMeeting, ids, `${page}/cancel`)
  const over = settled(meeting)
  return (
    <RecordPage actor={actor} identity={identity} tab="story">
      <BackLink href={page}>Back to the meeting</BackLink>
      {over ? (
        <>
          <PageHeading>Cancel a meeting</PageHeading>
          <Notice kind="warning">{over}</Notice>
        </>
      ) : (
        <Form
          action={cancelMeeting}
          submit="Cancel this meeting"
          idempotencyKey={newId()}
          version={meeting.version}
          hidden={ids}
          tone="warning"
          className="fp-form-page"
          beside={<Link href={`${page}/move`}>Move it instead</Link>}
        >
          <PageHeading lede={`${whenInWords(meeting.startsAt)}. ${howInWords(meeting)}`}>
            Cancel a meeting
          </PageHeading>
          <p>It stays in {identity.knownAs}’s story, with the reason.</p>
          <RadioGroup
            name="because"
            label="Why is it cancelled?"
            options={Object.entries(cancelReasons).map(([value, label]) => ({ value, label }))}
          />
          <TextArea name="words" label="Anything to say about it" rows={2} optional />
          <OthersToo others={meeting.others} knownAs={identity.knownAs} label="For whom is it cancelled?" />
        </Form>
      )}
    </RecordPage>
  )
}
