import { Form } from '@/app/_ui/form'
import { Link } from '@/app/_ui/link'
import { OwnWords } from '@/app/_ui/own-words'
import type { overview } from '@/db/people/overview'
import { addDays, type Day, dayOf, instantInWords, inWords, timeInWords } from '@/lib/day'
import { newId } from '@/lib/id'
import { hasBegun, meetingWays } from '@/lib/story/meeting'
import { startMeeting } from './meetings/actions'
import { meetingAddress } from './meetings/address'

type Shown = Extract<Awaited<ReturnType<typeof overview>>, { ok: true }>['value']
type Props = Pick<Shown, 'meeting' | 'today' | 'now'> & {
  nothing: Shown['nothingNext']
  personId: string
  knownAs: string
}

/** The next meeting on the Overview, to start, move or cancel; or that nothing is booked, and whether on purpose. */
export function NextMeeting({ meeting, nothing, personId, knownAs, today, now }: Props) {
  if (!meeting)
    return nothing ? (
      <>
        <p>Nothing is booked, on purpose, since {inWords(nothing.on)}.</p>
        {nothing.because && <OwnWords>{nothing.because}</OwnWords>}
      </>
    ) : (
      <p className="fp-quiet">Nothing booked. The next meeting appears here when somebody books one.</p>
    )
  const page = meetingAddress({ personId, meetingId: meeting.id })
  const startable = !meeting.startedAt && (dayOf(meeting.startsAt) === today || hasBegun(meeting, now))
  return (
    <>
      <p>
        <b>
          <Link href={page}>{when(meeting.startsAt, today)}</Link>
        </b>
        , {meeting.place || meetingWays[meeting.how].toLowerCase()}.{' '}
        {new Intl.ListFormat('en-GB').format(
          [knownAs, meeting.with, meeting.also, meeting.whoElse].filter((name) => !!name) as string[],
        )}
        .
      </p>
      {meeting.startedAt ? (
        <p>
          <Link href={`${page}/room`}>Go on with the meeting</Link>
        </p>
      ) : (
        <p>
          <Link href={`${page}/move`}>Move</Link> or <Link href={`${page}/cancel`}>cancel</Link>
        </p>
      )}
      {startable && (
        <Form
          action={startMeeting}
          id="start"
          submit={`Start with ${knownAs}`}
          tone="quiet"
          label={`Start the meeting with ${knownAs}`}
          idempotencyKey={newId()}
          hidden={{ personId, meetingId: meeting.id }}
        />
      )}
    </>
  )
}

const when = (at: Date, today: Day) =>
  dayOf(at) === today
    ? `Today, ${timeInWords(at)}`
    : dayOf(at) === addDays(today, 1)
      ? `Tomorrow, ${timeInWords(at)}`
      : instantInWords(at)
