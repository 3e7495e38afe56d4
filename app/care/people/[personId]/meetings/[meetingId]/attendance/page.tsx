import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { RadioGroup } from '@/app/_ui/fields/radio-group'
import { TextArea } from '@/app/_ui/fields/text-area'
import { Form } from '@/app/_ui/form'
import { PageHeading } from '@/app/_ui/page-heading'
import { RecordPage } from '@/app/_ui/staff-page'
import { meeting as readMeeting } from '@/db/story/meeting'
import { instantInWords } from '@/lib/day'
import { newId } from '@/lib/id'
import { attendances, meetingWays } from '@/lib/story/meeting'
import { recordAttendance } from '../../actions'

export const metadata = { title: 'Who came?' }

export default async function Attendance({
  params,
}: {
  params: Promise<{ personId: string; meetingId: string }>
}) {
  const { personId, meetingId } = await params
  const base = `/care/people/${personId}`
  const { actor, identity, meeting } = await load(
    readMeeting,
    { personId, meetingId },
    `${base}/meetings/${meetingId}/attendance`,
  )
  return (
    <RecordPage actor={actor} identity={identity} tab="story">
      <BackLink href={`${base}/meetings/${meetingId}`}>Back to the meeting</BackLink>
      <Form
        action={recordAttendance}
        submit="Save"
        idempotencyKey={newId()}
        version={meeting.version}
        hidden={{ personId, meetingId }}
        className="fp-form-page"
      >
        <PageHeading
          lede={`${instantInWords(meeting.startsAt)}. ${meetingWays[meeting.how]}${meeting.place ? `, ${meeting.place}` : ''}. ${meeting.with}${meeting.also ? ` and ${meeting.also}` : ''}.`}
        >
          Did {identity.knownAs} come?
        </PageHeading>
        <RadioGroup
          name="attendance"
          label="What happened?"
          value={meeting.attendance ?? undefined}
          options={Object.entries(attendances).map(([value, label]) => ({ value, label }))}
        />
        <TextArea
          name="attendanceWords"
          label="Anything to say about it"
          value={meeting.attendanceWords}
          optional
        />
      </Form>
    </RecordPage>
  )
}
