import type { ReactNode } from 'react'
import { GoalTiles } from '@/app/_ui/fields/goal-tiles'
import { RadioGroup } from '@/app/_ui/fields/radio-group'
import type { Role } from '@/lib/access/roles'
import type { LastRatingRule } from '@/lib/goals/last-rating'
import { type Line, lastInWords } from '@/lib/goals/lines'
import { notTodayReasons } from '@/lib/goals/rating'
import { raterOptions } from './raters'

const earlierRatings: Record<LastRatingRule, string> = {
  after: 'Earlier ratings open after you save.',
  always: 'The last ratings stand below each goal.',
  never: 'Earlier ratings are on each goal’s own page.',
}

type Props = {
  knownAs: string
  actor: { name: string; role: Role }
  parents: readonly { name: string; relation: string }[]
  /** Names of the workers who see the answers. */
  beside: readonly string[]
  /** With their lines only where the service shows the last rating always. */
  goals: readonly { id: string; words: string; language: string; lines?: readonly Line[] }[]
  rule?: LastRatingRule
  /** Whatever comes between who is rating and the first goal. */
  children?: ReactNode
}

/** "How close do you feel?" for every open goal: on the page for ratings alone, and in a meeting. */
export function RatingFields({ knownAs, actor, parents, beside, goals, rule = 'after', children }: Props) {
  return (
    <>
      <RadioGroup
        name="rater"
        label="Who is rating?"
        inline
        options={raterOptions(knownAs, parents, actor)}
      />
      <p className="fp-who__why">
        We ask so that you can see what is moving and what is not.{' '}
        {beside.length > 0
          ? `${new Intl.ListFormat('en-GB').format(['You', ...beside])} will see it.`
          : 'You and the people who help you will see it.'}{' '}
        {earlierRatings[rule]}
      </p>
      {children}
      {goals.map((goal) => (
        <div key={goal.id}>
          <GoalTiles goal={goal} notToday={notTodayReasons} />
          {goal.lines?.map((line) => (
            <p className="fp-small fp-quiet" key={line.key}>
              {lastInWords(line)}
            </p>
          ))}
        </div>
      ))}
    </>
  )
}
