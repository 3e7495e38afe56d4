import type { FormDraft } from '@/app/_ui/draft/form-draft'
import { RadioGroup } from '@/app/_ui/fields/radio-group'
import { TextArea } from '@/app/_ui/fields/text-area'
import { TextField } from '@/app/_ui/fields/text-field'
import { Form } from '@/app/_ui/form'
import { PageHeading } from '@/app/_ui/page-heading'
import type { ratingSheetOf } from '@/db/goals/rating-sheet'
import type { Identity } from '@/db/people/identity'
import type { Meeting } from '@/db/story/meeting-row'
import type { Beside } from '@/db/story/workers-beside'
import type { Role } from '@/lib/access/roles'
import { type Day, dayOf, inWords, timeInWords } from '@/lib/day'
import { newId } from '@/lib/id'
import { attendances } from '@/lib/story/meeting'
import { noteKindOf, noteKinds } from '@/lib/story/note'
import { RatingFields } from '../../../rating/rating-fields'
import { recordMeeting } from '../../actions'
import { howInWords, whenInWords } from '../../meeting-words'
import { NextFields } from './next-fields'
import { ForThem, NoteWhen } from './note-fields'

type Props = {
  actor: { name: string; role: Role }
  identity: Identity
  today: Day
  meeting: Meeting
  /** What is asked of the open goals; null where nothing is. */
  sheet: Awaited<ReturnType<typeof ratingSheetOf>> | null
  beside: readonly Beside[]
  booked: Meeting | null
  draft: FormDraft | undefined
}

const kinds = Object.entries(noteKinds).map(([value, label]) => ({ value, label }))

/** Everything that is said in one meeting with one young person, with one Save. Only who came must be said. */
export function OneForm(props: Props) {
  const { actor, identity, today, meeting, sheet, beside, booked, draft } = props
  const { knownAs, personId } = identity
  const at = meeting.startedAt ?? meeting.startsAt
  const seenBy = [identity.namedWorker, identity.alsoBeside].filter((one) => one !== null)
  return (
    <Form
      action={recordMeeting}
      submit="Save the meeting"
      idempotencyKey={newId()}
      version={meeting.version}
      hidden={{ personId, meetingId: meeting.id }}
      draft={draft}
      className="fp-form-page fp-room"
    >
      <PageHeading lede={`${whenInWords(meeting.startsAt)}. ${howInWords(meeting)}`}>
        Meeting with {knownAs}
      </PageHeading>
      <RadioGroup
        name="attendance"
        label={`Did ${knownAs} come?`}
        labelSize="medium"
        inline
        // Whoever pressed Start has them in the room. Otherwise nothing is chosen for anybody.
        value={meeting.attendance ?? (meeting.startedAt ? 'came' : undefined)}
        options={Object.entries(attendances).map(([value, label]) => ({ value, label }))}
      />
      <div className="fp-room__absent">
        <TextField name="attendanceWords" label="Why, if you know" value={meeting.attendanceWords} optional />
      </div>
      {sheet && sheet.goals.length > 0 && (
        <section className="fp-room__came" aria-labelledby="close">
          <h2 id="close">How close do you feel?</h2>
          <RatingFields
            knownAs={knownAs}
            actor={actor}
            parents={sheet.parents}
            beside={seenBy.map((one) => one.name)}
            goals={sheet.goals}
            rule={sheet.rule}
          />
        </section>
      )}
      <TextArea
        name="noteWords"
        label="Note"
        labelSize="medium"
        hint={`Write it so that ${knownAs} could read it.`}
        rows={5}
        optional
      />
      <NoteWhen
        summary={`${noteKinds[noteKindOf[meeting.how]]}, ${inWords(dayOf(at))}, ${timeInWords(at)}`}
        on={dayOf(at)}
        at={timeInWords(at)}
        kind={noteKindOf[meeting.how]}
        kinds={kinds}
      />
      <ForThem who={knownAs} />
      <NextFields
        personId={personId}
        knownAs={knownAs}
        meeting={meeting}
        booked={booked}
        beside={beside}
        today={today}
      />
    </Form>
  )
}
