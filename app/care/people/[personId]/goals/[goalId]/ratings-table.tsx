import type { ReactNode } from 'react'
import { Link } from '@/app/_ui/link'
import { Table } from '@/app/_ui/table'
import { Verbatim } from '@/app/_ui/verbatim'
import type { RatingShown } from '@/db/goals/of-person'
import { inWords } from '@/lib/day'
import { correctionInWords } from '@/lib/goals/correction'
import { notTodayReasons } from '@/lib/goals/rating'

type Props = { ratings: readonly RatingShown[]; base: string }

/** Every rating of a goal, the newest first. What was put right stays, struck through, with the reason. */
export function RatingsTable({ ratings, base }: Props) {
  return (
    <Table
      stack
      caption="Every rating of this goal"
      columns={[
        { header: 'Date' },
        { header: 'Who' },
        { header: 'Rating', number: true },
        { header: 'What makes it that number' },
        { header: 'Mistake' },
      ]}
      rows={[...ratings].reverse().map((rating) => ({
        key: rating.id,
        cells: [
          inWords(rating.on),
          rating.name,
          <Struck key="value" when={rating.corrected !== null}>
            {rating.value ?? 'not today'}
          </Struck>,
          <Struck key="words" when={rating.corrected !== null}>
            {rating.notToday ? (
              notTodayReasons[rating.notToday]
            ) : rating.words ? (
              <Verbatim>{rating.words}</Verbatim>
            ) : (
              <span className="fp-quiet">nothing written</span>
            )}
          </Struck>,
          rating.corrected ? (
            <span key="why">
              {correctionInWords(rating.corrected)} {inWords(rating.corrected.on)} by {rating.corrected.by}
              {rating.corrected.because && (
                <>
                  : <Verbatim>{rating.corrected.because}</Verbatim>
                </>
              )}
            </span>
          ) : (
            <Link key="correct" href={`${base}/ratings/${rating.id}`}>
              Correct<span className="nhsuk-u-visually-hidden"> the rating of {inWords(rating.on)}</span>
            </Link>
          ),
        ],
      }))}
    />
  )
}

function Struck({ when, children }: { when: boolean; children: ReactNode }) {
  return when ? <del>{children}</del> : children
}
