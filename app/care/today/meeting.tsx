import { ButtonLink } from '@/app/_ui/button-link'
import { Link } from '@/app/_ui/link'
import { type Attendance, attendances, type MeetingWay, meetingWays } from '@/lib/story/meeting'

type Props = {
  meeting: {
    personId: string
    name: string
    knownAs: string
    time: string
    minutes: number
    how: string
    place: string
    whoElse: string
    other: string | null
    attendance: string | null
    attendanceWords: string
    goals: number
    due: number
    handover: string | null
    when: 'past' | 'next' | 'later'
  }
}

/** One appointment. The next one has the page's one green button. */
export function Meeting({ meeting }: Props) {
  const record = `/care/people/${meeting.personId}`
  return (
    <li className={`fp-day__item${meeting.when === 'later' ? '' : ` fp-day__item--${meeting.when}`}`}>
      <span className="fp-day__time">{meeting.time}</span>
      <div>
        {meeting.when === 'next' && <p className="fp-day__next">Next</p>}
        <h3 className="fp-day__name">
          <Link href={record}>{meeting.name}</Link>
        </h3>
        {meeting.attendance ? (
          <p className="fp-quiet">
            {attendances[meeting.attendance as Attendance]}
            {meeting.attendanceWords ? `: ${meeting.attendanceWords}` : '.'}
          </p>
        ) : (
          <>
            <p>{whatInWords(meeting)}</p>
            <p>{meeting.due > 0 ? <b>{dueInWords(meeting.due)}</b> : restInWords(meeting.goals)}</p>
            {meeting.handover && <p>Hand-over: {meeting.handover}.</p>}
          </>
        )}
        {meeting.when === 'next' && (
          <div className="fp-actions">
            <ButtonLink href={`${record}/rating`} tone="go">
              Start with {meeting.knownAs}
            </ButtonLink>
          </div>
        )}
      </div>
    </li>
  )
}

const whatInWords = ({ how, place, other, whoElse, minutes }: Props['meeting']): string =>
  [
    other ? `Meeting together with ${other}.` : '',
    `${[meetingWays[how as MeetingWay] ?? how, place, `${minutes} minutes`].filter(Boolean).join(', ')}.`,
    whoElse ? `Also there: ${whoElse}.` : '',
  ]
    .filter(Boolean)
    .join(' ')

const dueInWords = (due: number) => (due === 1 ? '1 goal due a rating.' : `${due} goals due a rating.`)

const restInWords = (goals: number) => (goals === 0 ? 'Nothing to rate yet.' : 'Goals are rated for today.')
