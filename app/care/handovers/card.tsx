import { Late } from '@/app/_ui/late'
import { Link } from '@/app/_ui/link'
import { meetingInWords } from '@/db/handover/held'
import type { Card as Shown } from '@/db/handover/reads'
import { type Day, inWords } from '@/lib/day'
import { lateInWords } from '@/lib/handover/clocks'
import { namedWorkerAt } from '@/lib/handover/steps'

const firstName = (name: string) => name.split(' ')[0]
const inStep = (days: number) =>
  days === 0 ? 'In this step since today' : days === 1 ? '1 day in this step' : `${days} days in this step`

/** One hand-over on the board: both names, how long, what comes next, what is missing, and the way back. */
export function HandoverCard({ card, today }: { card: Shown; today: Day }) {
  const { state, from, to } = card
  const record = `/care/people/${card.personId}`
  const ended = state.state === 'ended'
  return (
    <li className={card.late > 0 ? 'fp-hand fp-hand--late' : 'fp-hand'}>
      <h3 className="fp-hand__name">
        <Link href={`${record}/handover`}>{card.knownAs}</Link>
        <span>, {card.age}</span>
      </h3>
      {card.late > 0 && (
        <p>
          <Late>{lateInWords(card.late)}</Late>
        </p>
      )}
      <p>
        {firstName(from.worker.name)} ({from.job})<br />→{' '}
        {to.worker ? firstName(to.worker.name) : 'not asked yet'} ({to.job})
      </p>
      {ended ? (
        <p className="fp-quiet">Ended{card.overOn && ` ${inWords(card.overOn)}`}</p>
      ) : (
        <p className="fp-quiet">{inStep(card.days)}</p>
      )}
      {!ended && (
        <p>{card.nextMeeting ? `Next: ${meetingInWords(card.nextMeeting, today)}` : 'Next: not booked'}</p>
      )}
      {card.late > 0 && <p>Last heard from {inWords(card.lastHeard)}</p>}
      {card.missing.length > 0 && (
        <p>
          <b>Missing:</b> {card.missing[0]}
          {card.missing.length > 1 && ` And ${card.missing.length - 1} more.`}
        </p>
      )}
      <p className="fp-hand__back">
        {ended && state.comeBackUntil
          ? `Can come back until ${inWords(state.comeBackUntil)}`
          : namedWorkerAt(state.step) === 'sending-worker'
            ? `Stays with ${firstName(from.worker.name)} meanwhile`
            : `Can come back to ${from.team} at any time`}
      </p>
      <Link
        className="fp-button-quiet"
        href={ended ? `${record}/come-back` : `/care/handovers/${card.id}/next-step`}
      >
        {ended ? 'Come back' : 'Next step'}
        <span className="nhsuk-u-visually-hidden"> for {card.knownAs}</span>
      </Link>
    </li>
  )
}
