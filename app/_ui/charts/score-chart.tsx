import { scaleLinear } from 'd3-scale'
import { type Day, inShort } from '@/lib/day'
import type { Rater } from '@/lib/goals/rating'
import { Grid } from './grid'
import { Marker, markClass, percent } from './marker'
import { dayScale, daysToName } from './movement-series'
import { Picture } from './picture'
import { StepLine } from './step-line'

type Props = {
  /** The id of the sentence that says what the picture shows; it must be on the page. */
  sentenceId: string
  rater: Rater
  /** Oldest first, two or more. */
  points: readonly { day: Day; value: number; label: string }[]
  min: number
  max: number
}

/** One scale of one measure by one person, over its whole range: nothing is made to look larger than it is. */
export function ScoreChart({ sentenceId, rater, points, min, max }: Props) {
  const height = scaleLinear().domain([min, max]).range([92, 24])
  const days = points.map(({ day }) => day)
  const place = dayScale(days, [14, 92])
  const [first, latest] = [points[0], points.at(-1)]
  return (
    <figure className="fp-figure">
      <Picture sentenceId={sentenceId} height={118}>
        <Grid values={[min, max]} height={height} from={10} />
        <g className={markClass(rater)}>
          <StepLine points={points} place={place} height={height} />
        </g>
        {points.map((point, at) => (
          <Marker
            // biome-ignore lint/suspicious/noArrayIndexKey: a day can hold two scores; their order is fixed
            key={`${point.day} ${at}`}
            rater={rater}
            x={place(point.day)}
            y={height(point.value)}
            radius={5}
            hollow={point === first}
          />
        ))}
        {[first, latest].map(
          (point) =>
            point && (
              <text
                key={point === first ? 'first' : 'latest'}
                x={percent(place(point.day))}
                y={height(point.value) - 10}
                textAnchor="middle"
                className="is-number"
              >
                {point.label}
              </text>
            ),
        )}
        {daysToName(days, place, 24).map((day) => (
          <text key={day} x={percent(place(day))} y="114" textAnchor="middle">
            {inShort(day)}
          </text>
        ))}
      </Picture>
    </figure>
  )
}
