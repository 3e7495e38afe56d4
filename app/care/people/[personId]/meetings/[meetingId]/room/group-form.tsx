import { Card } from '@/app/_ui/card'
import type { FormDraft } from '@/app/_ui/draft/form-draft'
import { RadioGroup } from '@/app/_ui/fields/radio-group'
import { TextArea } from '@/app/_ui/fields/text-area'
import { TextField } from '@/app/_ui/fields/text-field'
import { Form } from '@/app/_ui/form'
import { Link } from '@/app/_ui/link'
import { Notice } from '@/app/_ui/notice'
import { PageHeading } from '@/app/_ui/page-heading'
import type { Meeting } from '@/db/story/meeting-row'
import type { Comer } from '@/db/story/room'
import type { Beside } from '@/db/story/workers-beside'
import type { Day } from '@/lib/day'
import { newId } from '@/lib/id'
import { groupFieldOf, versionsOf } from '@/lib/story/group'
import { attendances } from '@/lib/story/meeting'
import { recordGroupMeeting } from '../../actions'
import { meetingAddress } from '../../address'
import { howInWords, whenInWords } from '../../meeting-words'
import { NextFields } from './next-fields'
import { ForThem } from './note-fields'

type Props = {
  personId: string
  meeting: Meeting
  comers: readonly Comer[]
  beside: readonly Beside[]
  booked: Meeting | null
  today: Day
  draft: FormDraft | undefined
}

/** One entry for brothers, sisters or a group; each part goes to the record of the one it is about. */
export function GroupForm({ personId, meeting, comers, beside, booked, today, draft }: Props) {
  const names = new Intl.ListFormat('en-GB').format(comers.map((one) => one.knownAs))
  const written = comers.filter((one) => one.attendance !== null)
  return (
    <>
      {written.length > 0 && (
        <div className="fp-apart">
          <Card title="Written down already" id="written">
            <ul className="fp-todo">
              {written.map((one) => (
                <li key={one.personId}>
                  <p>
                    <Link href={meetingAddress(one)}>
                      {one.name}, aged {one.age}
                    </Link>
                    : {attendances[one.attendance!]}.
                  </p>
                  {one.attendance === 'came' && one.goals > 0 && (
                    <p>
                      <Link href={`/care/people/${one.personId}/rating`}>Rate goals with {one.knownAs}</Link>
                    </p>
                  )}
                </li>
              ))}
            </ul>
          </Card>
        </div>
      )}
      <Form
        action={recordGroupMeeting}
        submit="Save for each of them"
        idempotencyKey={newId()}
        version={versionsOf(comers)}
        hidden={{ personId, meetingId: meeting.id }}
        draft={draft}
        className="fp-form-page fp-room"
      >
        <PageHeading lede={`${whenInWords(meeting.startsAt)}. ${howInWords(meeting)}`}>
          Meeting with {names}
        </PageHeading>
        {comers.map((one) => (
          <Card key={one.personId} title={`${one.name}, aged ${one.age}`} id={`of-${one.personId}`}>
            <RadioGroup
              name={groupFieldOf('attendance', one.personId)}
              label={`Did ${one.knownAs} come?`}
              value={one.attendance ?? undefined}
              inline
              options={Object.entries(attendances).map(([value, label]) => ({ value, label }))}
            />
            <TextField
              name={groupFieldOf('attendanceWords', one.personId)}
              label="Anything to say about it"
              value={one.attendanceWords}
              optional
            />
            <TextArea
              name={groupFieldOf('words', one.personId)}
              label={`Note for ${one.knownAs} alone`}
              optional
            />
          </Card>
        ))}
        <Notice kind="warning">
          What you write here goes into each of their records. Write of ‘the group’ or ‘everybody’, and do not
          name the others: each of them may read their own record.
        </Notice>
        <TextArea name="sharedWords" label="Note for all of them" rows={4} optional />
        <ForThem who="each of them" whom="them" />
        <NextFields
          personId={personId}
          knownAs={names}
          meeting={meeting}
          booked={booked}
          beside={beside}
          today={today}
        />
      </Form>
    </>
  )
}
