import { Form } from '@/app/_ui/form'
import { Link } from '@/app/_ui/link'
import type { todaysMeetings } from '@/db/caseload/todays-meetings'
import { shortened } from '@/lib/goals/sheet'
import { newId } from '@/lib/id'
import { type Attendance, attendances, type MeetingWay, meetingWays } from '@/lib/story/meeting'
import { startMeeting } from '../people/[personId]/meetings/actions'
import { meetingAddress } from '../people/[personId]/meetings/address'

type Appointment = Awaited<ReturnType<typeof todaysMeetings>>[number]

/** One appointment. The next one has the page's one green button. */
export function Meeting({ meeting }: { meeting: Appointment }) {
  const { personId, id: meetingId, knownAs } = meeting
  const page = meetingAddress({ personId, meetingId })
  const open = !meeting.attendance
  return (
    <li className={`fp-day__item${meeting.when === 'later' ? '' : ` fp-day__item--${meeting.when}`}`}>
      <span className="fp-day__time">
        <Link href={page}>
          {meeting.time}
          <span className="nhsuk-u-visually-hidden"> meeting with {knownAs}</span>
        </Link>
      </span>
      <div>
        {meeting.when === 'next' && <p className="fp-day__next">Next</p>}
        <h3 className="fp-day__name">
          <Link href={`/care/people/${personId}`}>{meeting.name}</Link>
          {meeting.others.map((other) => (
            <span key={other.personId}>
              , <Link href={`/care/people/${other.personId}`}>{other.name}</Link>
            </span>
          ))}
        </h3>
        {open ? <StillOpen meeting={meeting} /> : <Written meeting={meeting} />}
        {open && meeting.when === 'next' && !meeting.started && (
          <Form
            action={startMeeting}
            id={`start-${meetingId}`}
            submit={`Start with ${knownAs}`}
            label={`Start the meeting with ${knownAs}`}
            idempotencyKey={newId()}
            hidden={{ personId, meetingId }}
            beside={<Link href={page}>Move or cancel</Link>}
          />
        )}
        {open && meeting.started && (
          <p>
            <Link href={`${page}/room`}>Go on with the meeting</Link>
          </p>
        )}
        {open && meeting.when === 'past' && !meeting.started && (
          <p>
            <Link href={`${page}/room`}>Write down what happened</Link>
          </p>
        )}
      </div>
    </li>
  )
}

function StillOpen({ meeting }: { meeting: Appointment }) {
  return (
    <>
      <p>{whatInWords(meeting)}</p>
      {meeting.others.length === 0 && (
        <p>
          {meeting.due > 0 ? <b>{dueInWords(meeting.due)}</b> : restInWords(meeting.goals)}
          {meeting.still && ` ‘${shortened(meeting.still)}’ has not moved in the last three ratings.`}
        </p>
      )}
      {meeting.handover && <p>Hand-over: {meeting.handover}.</p>}
    </>
  )
}

function Written({ meeting }: { meeting: Appointment }) {
  const came = meeting.attendance === 'came'
  return (
    <p className="fp-quiet">
      {attendances[meeting.attendance as Attendance]}
      {meeting.attendanceWords ? `: ${meeting.attendanceWords}` : '.'}
      {meeting.notedAt && ` Note saved ${meeting.notedAt}${meeting.rated ? ', goals rated' : ''}.`}
      {!meeting.notedAt && meeting.rated && ' Goals rated.'}
      {!came && (
        <>
          {' '}
          <Link href={`/care/people/${meeting.personId}/meetings/new`}>Offer a new time</Link>
        </>
      )}
    </p>
  )
}

const whatInWords = ({ how, place, contactWords, other, whoElse, minutes }: Appointment): string =>
  [
    other ? `Meeting together with ${other}.` : '',
    `${[meetingWays[how as MeetingWay] ?? how, place, `${minutes} minutes`].filter(Boolean).join(', ')}.`,
    contactWords ? `To reach each other: ${contactWords}.` : '',
    whoElse ? `Also there: ${whoElse}.` : '',
  ]
    .filter(Boolean)
    .join(' ')

const dueInWords = (due: number) => (due === 1 ? '1 goal due a rating.' : `${due} goals due a rating.`)

const restInWords = (goals: number) => (goals === 0 ? 'Nothing to rate yet.' : 'Goals are rated for today.')
