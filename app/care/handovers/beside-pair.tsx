import type { Handover } from '@/db/handover/held'
import { namedWorkerAt } from '@/lib/handover/steps'

const initials = (name: string) =>
  name
    .split(/\s+/)
    .map((word) => word[0])
    .slice(0, 2)
    .join('')

/** The two people beside a young person, and which of them is the named worker now. */
export function BesidePair({ handover, knownAs }: { handover: Handover; knownAs: string }) {
  const { from, to, state } = handover
  const sends = namedWorkerAt(state.step) === 'sending-worker'
  const over = state.state !== 'active'
  return (
    <section className="fp-card fp-beside" aria-label={`Who is beside ${knownAs}`}>
      <Person name={from.worker.name} team={`${from.team}, ${from.organisation}`}>
        {over ? 'Handed over' : sends ? 'Named worker until the next leads' : 'On hand'}
      </Person>
      <div className="fp-beside__arrow">
        <svg width="56" height="24" viewBox="0 0 56 24" aria-hidden="true">
          <path fill="none" stroke="currentColor" strokeWidth="3" strokeDasharray="8 5" d="M2 12h42" />
          <path fill="none" stroke="currentColor" strokeWidth="3" d="M42 4l9 8-9 8" />
        </svg>
      </div>
      <Person name={to.worker?.name ?? 'Not asked yet'} team={`${to.team}, ${to.organisation}`}>
        {over
          ? 'Was the named worker'
          : !sends
            ? 'Named worker'
            : state.accepted
              ? 'Beside them, not leading yet'
              : state.invited
                ? 'Invited, not answered yet'
                : 'Knows nothing of it yet'}
      </Person>
    </section>
  )
}

function Person({ name, team, children }: { name: string; team: string; children: string }) {
  return (
    <div className="fp-person">
      <span className="fp-person__mark" aria-hidden="true">
        {initials(name)}
      </span>
      <div>
        <p className="fp-person__name">{name}</p>
        <p>{team}</p>
        <p className="fp-quiet">{children}</p>
      </div>
    </div>
  )
}
