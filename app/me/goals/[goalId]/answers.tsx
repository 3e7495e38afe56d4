import { Details } from '@/app/_ui/details'
import { Verbatim } from '@/app/_ui/verbatim'
import type { OwnGoal } from '@/db/me/reads'
import { inWords } from '@/lib/day'

/** Every answer in words, newest first: what the picture shows, for whoever cannot or will not look at pictures. */
export function Answers({ goal }: { goal: OwnGoal }) {
  if (goal.ratings.length === 0) return null
  return (
    <Details summary="All answers">
      <ul>
        {[...goal.ratings].reverse().map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: answers are only ever added, and have no identity here
          <li key={index}>
            {inWords(one.on)}: {one.value === null ? 'not today' : `${one.value} out of 10`}
            {one.rater !== 'young-person' && `, said by ${one.name}`}.{' '}
            {one.words && <Verbatim>{one.words}</Verbatim>}
          </li>
        ))}
      </ul>
    </Details>
  )
}
