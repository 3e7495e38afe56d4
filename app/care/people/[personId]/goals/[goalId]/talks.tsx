import { OwnWords } from '@/app/_ui/own-words'
import { Verbatim } from '@/app/_ui/verbatim'
import type { readGoal } from '@/db/goals/reads'
import { inWords } from '@/lib/day'
import { talkDecisions } from '@/lib/goals/talk'

type Answer = Extract<Awaited<ReturnType<typeof readGoal>>, { ok: true }>['value']
type Props = { talks: Answer['talks']; knownAs: string }

/** What was said and decided about a goal, newest first. */
export function Talks({ talks, knownAs }: Props) {
  return (
    <ul className="fp-todo">
      {talks.map((talk) => (
        <li key={talk.id}>
          <p className="fp-quiet">
            {inWords(talk.heldOn)}, {talk.by}
          </p>
          <p>
            Decided together: <b>{talkDecisions[talk.decision]}</b>.
          </p>
          {talk.theirWords && <OwnWords who={knownAs}>{talk.theirWords}</OwnWords>}
          {talk.tried && (
            <p>
              What we tried: <Verbatim>{talk.tried}</Verbatim>
            </p>
          )}
          {talk.view && (
            <p>
              What {knownAs} thinks: <Verbatim>{talk.view}</Verbatim>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
