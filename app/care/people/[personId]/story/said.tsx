import type { ReactNode } from 'react'
import { Link } from '@/app/_ui/link'
import { OwnWords } from '@/app/_ui/own-words'
import { Verbatim } from '@/app/_ui/verbatim'
import type { Entry } from '@/db/story/entries'
import { instantInWords } from '@/lib/day'
import { type NotTodayReason, notTodayReasons, raters } from '@/lib/goals/rating'
import { groupingInWords } from '@/lib/grouping/grouping'
import { measureOf } from '@/lib/measures/facts'
import { planKinds, waysWritten } from '@/lib/plans/plan'
import { declinedInWords, endingInWords, sourceInWords } from '@/lib/referrals/referral'
import { handoverEventInWords } from '@/lib/story/entry'
import { Corrected } from './put-right'
import { SaidOfGoal } from './said-of-goal'
import { SaidOfMeeting } from './said-of-meeting'

type Props = { entry: Entry; knownAs: string; personId: string }

/** What one entry says, by its kind. */
export function Said({ entry, knownAs, personId }: Props): ReactNode {
  switch (entry.kind) {
    case 'note':
      return (
        <p>
          {entry.corrects && <span className="fp-quiet">Corrected: </span>}
          <Corrected how={entry.corrected}>
            <Verbatim>{entry.words}</Verbatim>
          </Corrected>
          {!entry.forThem && <span className="fp-quiet"> {knownAs} does not read this.</span>}
        </p>
      )
    case 'rating':
      return (
        <>
          <p>How close it feels to {raterOf(entry, knownAs)}:</p>
          <ul className="fp-story-list">
            {entry.ratings.map((rating) => (
              <li key={rating.id}>
                <Corrected how={rating.corrected}>
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
                </Corrected>
              </li>
            ))}
          </ul>
        </>
      )
    case 'goal':
      return <SaidOfGoal entry={entry} knownAs={knownAs} />
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
      return <SaidOfMeeting entry={entry} personId={personId} />
    case 'plan':
      return (
        <p>
          {knownAs}’s{' '}
          <Link href={`/care/people/${personId}/${planKinds[entry.what].path}`}>
            {planKinds[entry.what].name}
          </Link>{' '}
          {entry.number === 1 ? 'written' : 'changed'}, {waysWritten[entry.how]}
          {entry.whoWasThere && ` (${entry.whoWasThere})`}.
        </p>
      )
    case 'measure':
      return entry.what === 'current-view' ? (
        <p>
          <Corrected how={entry.corrected}>Current View written down.</Corrected>
        </p>
      ) : (
        <Scores entry={entry} knownAs={knownAs} />
      )
    case 'concern':
      return (
        <>
          <p>
            <Link href={`/care/people/${personId}/concern/${entry.concernId}`}>
              {entry.what === 'noted' ? 'A concern about safety' : 'Added to a concern about safety'}
            </Link>
            {entry.what === 'added' &&
              entry.told &&
              `: ${entry.told} was told${entry.toldAt ? `, ${instantInWords(new Date(entry.toldAt))}` : ''}`}
            .
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
            {entry.to && ` to ${entry.to}`}: <b>{handoverEventInWords(entry.step)}</b>.
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

type ByRater = Extract<Entry, { kind: 'rating' } | { kind: 'measure'; what: 'scores' }>

const raterOf = ({ rater, raterName, by }: ByRater, knownAs: string): string =>
  rater === 'young-person' ? knownAs : raterName || (rater === 'clinician' ? by : raters[rater].toLowerCase())

function Scores({ entry, knownAs }: { entry: Extract<ByRater, { kind: 'measure' }>; knownAs: string }) {
  const measure = measureOf(entry.measure)
  return (
    <>
      <p>
        {measure?.name ?? entry.measure}, filled in by {raterOf(entry, knownAs)}:
      </p>
      <ul className="fp-story-list">
        {entry.scores.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was put right stands beside what it was, of the same scale
          <li key={index}>
            <Corrected how={one.corrected}>
              {measure?.scales.find((scale) => scale.key === one.scale)?.name ?? one.scale}:{' '}
              <b>{one.score}</b>
            </Corrected>
          </li>
        ))}
      </ul>
    </>
  )
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
