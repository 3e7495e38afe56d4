import type { ReactNode } from 'react'
import { Link } from '@/app/_ui/link'
import { OwnWords } from '@/app/_ui/own-words'
import { Verbatim } from '@/app/_ui/verbatim'
import type { Entry } from '@/db/story/entries'
import { inWords } from '@/lib/day'
import { type NotTodayReason, notTodayReasons, raters } from '@/lib/goals/rating'
import { groupingInWords } from '@/lib/grouping/grouping'
import { declinedInWords, endingInWords, sourceInWords } from '@/lib/referrals/referral'
import { handoverEventInWords } from '@/lib/story/entry'
import { attendances, meetingWays } from '@/lib/story/meeting'

type Props = { entry: Entry; knownAs: string; personId: string }

/** One entry of the story: the day and who wrote it, then what happened, people's words as they are. */
export function StoryEntry({ entry, knownAs, personId }: Props) {
  return (
    <li>
      <p className="fp-quiet">
        {inWords(entry.on)}
        {entry.by && `, ${entry.by}`}
        {entry.kind === 'meeting' && entry.also && ` and ${entry.also}`}
      </p>
      <Said entry={entry} knownAs={knownAs} personId={personId} />
    </li>
  )
}

function Said({ entry, knownAs, personId }: Props): ReactNode {
  switch (entry.kind) {
    case 'note':
      return (
        <p>
          <Verbatim>{entry.words}</Verbatim>
        </p>
      )
    case 'rating': {
      const who =
        entry.rater === 'young-person'
          ? knownAs
          : entry.raterName || (entry.rater === 'clinician' ? entry.by : raters[entry.rater].toLowerCase())
      return (
        <>
          <p>How close it feels to {who}:</p>
          <ul className="fp-story-list">
            {entry.ratings.map((rating) => (
              <li key={rating.goal}>
                <Verbatim>{rating.goal}</Verbatim>:{' '}
                <b>
                  {rating.value ??
                    `not today (${notTodayReasons[rating.notToday as NotTodayReason].toLowerCase()})`}
                </b>
                {rating.words && (
                  <>
                    . <Verbatim>{rating.words}</Verbatim>
                  </>
                )}
              </li>
            ))}
          </ul>
        </>
      )
    }
    case 'decision':
      return (
        <>
          <p>
            Decided together what is needed now: <b>{groupingInWords(entry.grouping)}</b>.
          </p>
          {entry.view && <OwnWords who={knownAs}>{entry.view}</OwnWords>}
        </>
      )
    case 'meeting':
      return (
        <>
          <p>
            {entry.cancelled ? 'Cancelled meeting' : 'Meeting'}: {meetingWays[entry.how].toLowerCase()}
            {entry.place && `, ${entry.place}`}
            {entry.whoElse && `, with ${entry.whoElse}`}.{' '}
            {entry.cancelled ? null : entry.attendance ? (
              <b>{attendances[entry.attendance]}.</b>
            ) : (
              <Link href={`/care/people/${personId}/meetings/${entry.id}/attendance`}>Say who came</Link>
            )}
          </p>
          {entry.words && (
            <p>
              <Verbatim>{entry.words}</Verbatim>
            </p>
          )}
        </>
      )
    case 'handover':
      return (
        <>
          <p>
            Hand-over from {entry.from}
            {entry.to && ` to ${entry.to}`}: <b>{handoverEventInWords(entry.what)}</b>.
          </p>
          {entry.words && (
            <p>
              <Verbatim>{entry.words}</Verbatim>
            </p>
          )}
        </>
      )
    case 'referral':
      return (
        <>
          <p>{referralInWords(entry.what, entry.why)}</p>
          {entry.words && <OwnWords>{entry.words}</OwnWords>}
        </>
      )
  }
}

const referralInWords = (what: 'referred' | 'accepted' | 'declined' | 'ended', why: string): string => {
  switch (what) {
    case 'referred':
      return `Referred by: ${sourceInWords(why)}.`
    case 'accepted':
      return 'Referral accepted.'
    case 'declined':
      return `Referral declined: ${declinedInWords(why)}.`
    case 'ended':
      return `Ended: ${endingInWords(why)}.`
  }
}
