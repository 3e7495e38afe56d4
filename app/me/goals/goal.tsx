import { MovementPicture } from '@/app/_ui/charts/movement-picture'
import type { Mark } from '@/app/_ui/charts/movement-series'
import { Icon } from '@/app/_ui/icon'
import { Link } from '@/app/_ui/link'
import { Verbatim } from '@/app/_ui/verbatim'
import type { OwnGoal } from '@/db/me/reads'
import { inWords } from '@/lib/day'
import { lineInWords, marksOf } from '@/lib/goals/lines'

type Props = { goal: OwnGoal; marks?: readonly Mark[] }

/** One goal on their own page: their words large, what happened in a sentence, then the picture of it. */
export function GoalOnPage({ goal }: Pick<Props, 'goal'>) {
  const says = `goal-${goal.id}-says`
  return (
    <li className="fp-card">
      <h2 className="fp-goal__words">
        <Link href={`/me/goals/${goal.id}`}>
          <Verbatim lang={goal.language}>{goal.words}</Verbatim>
        </Link>
      </h2>
      {goal.starred && (
        <p className="fp-small fp-tight">
          <Icon name="star" /> You gave this a star.
        </p>
      )}
      <p className="fp-tight" id={says}>
        {goal.sentence}
      </p>
      {goal.endedOn && <p className="fp-small fp-quiet">Ended on {inWords(goal.endedOn)}.</p>}
      <GoalPicture goal={goal} says={says} />
    </li>
  )
}

/** Nothing to draw before the first answer. Answers of others are drawn beside theirs and never mixed with them. */
export function GoalPicture({ goal, says, marks = [] }: Props & { says: string }) {
  if (goal.lines.length === 0) return null
  const others = goal.lines.filter((line) => line.rater !== 'young-person')
  const worth = marksOf(goal.ratings, marks)
  return (
    <>
      <MovementPicture sentenceId={says} series={goal.lines} marks={worth} until={worth.at(-1)?.day} />
      {worth.map((mark) => (
        <p className="fp-small fp-tight" key={mark.day + mark.label}>
          Dotted line: {mark.label}.
        </p>
      ))}
      {others.map((line) => (
        <p className="fp-small fp-tight" key={line.key}>
          {line.name}: {lineInWords(line)}
        </p>
      ))}
    </>
  )
}
