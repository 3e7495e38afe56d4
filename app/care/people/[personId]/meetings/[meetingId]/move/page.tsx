import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { TextArea } from '@/app/_ui/fields/text-area'
import { Form } from '@/app/_ui/form'
import { Notice } from '@/app/_ui/notice'
import { PageHeading } from '@/app/_ui/page-heading'
import { RecordPage } from '@/app/_ui/staff-page'
import { meeting as readMeeting } from '@/db/story/meeting'
import { dayOf, timeInWords } from '@/lib/day'
import { newId } from '@/lib/id'
import { settled } from '@/lib/story/meeting'
import { moveMeeting } from '../../actions'
import { meetingAddress } from '../../address'
import { BookingFields } from '../../booking-fields'
import { EvenSo } from '../../even-so'
import { howInWords, whenInWords } from '../../meeting-words'
import { OthersToo } from '../others-too'

type Props = { params: Promise<{ personId: string; meetingId: string }> }

export const metadata = { title: 'Move a meeting' }

export default async function MoveMeeting({ params }: Props) {
  const ids = await params
  const page = meetingAddress(ids)
  const { actor, identity, meeting, beside } = await load(readMeeting, ids, `${page}/move`)
  const over = settled(meeting)
  return (
    <RecordPage actor={actor} identity={identity} tab="story">
      <BackLink href={page}>Back to the meeting</BackLink>
      {over ? (
        <>
          <PageHeading>Move a meeting</PageHeading>
          <Notice kind="warning">{over}</Notice>
        </>
      ) : (
        <Form
          action={moveMeeting}
          submit="Move meeting"
          idempotencyKey={newId()}
          version={meeting.version}
          hidden={ids}
          className="fp-form-page"
        >
          <PageHeading lede={`Now: ${whenInWords(meeting.startsAt)}. ${howInWords(meeting)}`}>
            Move a meeting
          </PageHeading>
          <BookingFields
            knownAs={identity.knownAs}
            beside={beside}
            values={{
              on: dayOf(meeting.startsAt),
              at: timeInWords(meeting.startsAt),
              minutes: meeting.minutes,
              how: meeting.how,
              place: meeting.place,
              contactWords: meeting.contactWords,
              withStaffId: meeting.withStaffId,
              alsoStaffId: meeting.alsoStaffId ?? undefined,
              whoElse: meeting.whoElse,
            }}
          />
          <OthersToo others={meeting.others} knownAs={identity.knownAs} label="For whom is it moved?" />
          <TextArea
            name="because"
            label="Why is it moved?"
            hint={`The old time stays in the record, with this reason. Write it so that ${identity.knownAs} could read it.`}
            rows={2}
          />
          <EvenSo label="Move it all the same" />
        </Form>
      )}
    </RecordPage>
  )
}
