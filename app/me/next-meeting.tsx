import { Link } from '@/app/_ui/link'
import type { NextMeeting as Meeting } from '@/db/me/meetings'
import { firstName, listed, whenInWords } from '@/lib/own-pages/when'
import type { MeetingWay } from '@/lib/story/meeting'

const ways: Record<MeetingWay, string> = {
  'face-to-face': 'You meet face to face.',
  video: 'You meet on a video call.',
  phone: 'You talk on the phone.',
  messages: 'You write to each other.',
}

type Props = { meeting: Meeting | null; now: Date; goals: number; withATeam: boolean }

/** Who, where, and what will happen: nothing about it is a surprise. */
export function NextMeeting({ meeting, now, goals, withATeam }: Props) {
  if (!meeting)
    return withATeam ? <p>You have no meeting booked. When there is one, you see it here.</p> : null
  const who = listed([meeting.with, ...(meeting.also ? [meeting.also] : [])].map(firstName))
  return (
    <section className="fp-card fp-card--strong" aria-labelledby="next">
      <h2 className="fp-h3" id="next">
        Your next meeting
      </h2>
      <p className="fp-tight">
        <b>{whenInWords(meeting.startsAt, now)}</b>
        {meeting.place && (
          <>
            <br />
            {meeting.place}
          </>
        )}
      </p>
      <p className="fp-tight">
        With {who}
        {meeting.also && ', both of them'}. {ways[meeting.how]}{' '}
        {goals > 0 && 'You look at your goals together. '}
        About {meeting.minutes} minutes.
      </p>
      {meeting.whoElse && <p className="fp-tight">Also there: {meeting.whoElse}.</p>}
      <p className="fp-tight">
        {/* A file to keep, not a page of ours. */}
        <a className="fp-link-row" href={`/me/meetings/${meeting.id}/calendar.ics`} download="meeting.ics">
          Put it in my calendar
        </a>
        <br />
        <Link className="fp-link-row" href="/me/people">
          I cannot make it
        </Link>
      </p>
    </section>
  )
}
