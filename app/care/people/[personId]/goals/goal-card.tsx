import { MovementPicture } from '@/app/_ui/charts/movement-picture'
import type { Mark } from '@/app/_ui/charts/movement-series'
import { Link } from '@/app/_ui/link'
import { OwnWords } from '@/app/_ui/own-words'
import { Verbatim } from '@/app/_ui/verbatim'
import type { GoalOnCard } from '@/db/goals/of-person'
import { inWords } from '@/lib/day'
import { endReasons, whoseInWords } from '@/lib/goals/goal'
import { lineInWords, marksOf } from '@/lib/goals/lines'
import { OpenSteps } from './steps'

type Props = { goal: GoalOnCard; personId: string; knownAs: string; marks: readonly Mark[] }

/** One goal in its own words: the sentence first, then the picture, then whose it is. */
export function GoalCard({ goal, personId, knownAs, marks }: Props) {
  const says = `goal-${goal.id}-says`
  const others = goal.lines.filter((line) => line.rater !== 'young-person')
  const own = goal.lines.find((line) => line.rater === 'young-person')
  const notToday = (own?.points ?? []).filter((one) => one.value === null).map((one) => one.day)
  return (
    <li className="fp-card">
      <div className="fp-goal">
        <div className="fp-stack-s">
          <h3 className="fp-goal__words">
            <Link href={`/care/people/${personId}/goals/${goal.id}`}>
              <Verbatim lang={goal.language}>{goal.words}</Verbatim>
            </Link>
          </h3>
          <p id={says}>{goal.sentence}</p>
          {others.map((line) => (
            <p className="fp-small" key={line.key}>
              {line.name}: {lineInWords(line)}
            </p>
          ))}
          <p className="fp-small fp-quiet">
            {whoseInWords(goal.whose, knownAs)}, agreed {inWords(goal.agreedOn)}.
            {goal.endedOn && goal.endedBecause && (
              <>
                {' '}
                Ended {inWords(goal.endedOn)}: {endReasons[goal.endedBecause]}.
              </>
            )}
          </p>
          {notToday.length > 0 && !goal.endedOn && (
            <p className="fp-small fp-quiet">
              Not today on {new Intl.ListFormat('en-GB').format(notToday.map(inWords))}.
            </p>
          )}
          {goal.endedWords && <OwnWords>{goal.endedWords}</OwnWords>}
          {!goal.endedOn && <OpenSteps steps={goal.steps} />}
          {goal.starred && <p className="fp-small fp-quiet">{knownAs} marked it to look at first.</p>}
          {goal.talkDue && (
            <p className="fp-small">
              Goals do not always move.{' '}
              <Link href={`/care/people/${personId}/goals/${goal.id}/talk`}>Talk about it</Link>
            </p>
          )}
          {goal.fourthBecause && !goal.endedOn && (
            <p className="fp-small">Why beside three others: {goal.fourthBecause}</p>
          )}
        </div>
        {goal.lines.length > 0 && (
          <MovementPicture
            sentenceId={says}
            series={goal.lines}
            marks={marksOf(goal.ratings, marks)}
            until={marksOf(goal.ratings, marks).at(-1)?.day}
          />
        )}
      </div>
    </li>
  )
}
