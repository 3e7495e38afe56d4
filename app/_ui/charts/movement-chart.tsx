import { scaleLinear } from 'd3-scale'
import type { ReactNode } from 'react'
import { type Day, inShort } from '@/lib/day'
import { Grid } from './grid'
import { Marker, markClass, NotToday, percent } from './marker'
import { MovementKey } from './movement-key'
import { dayScale, daysToName, type Mark, rated, type Series } from './movement-series'
import { Picture } from './picture'
import { StepLine } from './step-line'

type Props = {
  /** The id of the sentence that says what the picture shows; it must be on the page. */
  sentenceId: string
  series: readonly Series[]
  marks?: readonly Mark[]
  until?: Day
  caption?: ReactNode
}

const height = scaleLinear().domain([0, 10]).range([214, 34])

/** Every rating of one goal, by everyone who rates it. The caller puts the table of ratings beside it. */
export function MovementChart({ sentenceId, series, marks = [], until, caption }: Props) {
  const days = series.flatMap((one) => one.points.map((point) => point.day))
  const place = dayScale(until ? [...days, until] : days, [12, 94])
  const taken = new Set<string>()
  return (
    <figure className="fp-figure">
      <Picture sentenceId={sentenceId} height={246}>
        <Grid values={[0, 5, 10]} height={height} from={9} />
        {marks.map((mark) => (
          <g key={mark.day + mark.label} className="fp-mark-5">
            <line
              x1={percent(place(mark.day))}
              x2={percent(place(mark.day))}
              y1="22"
              y2="214"
              stroke="currentColor"
              strokeWidth="1.5"
              strokeDasharray="4 4"
            />
            <text x={percent(place(mark.day))} y="16" textAnchor={anchor(place(mark.day))}>
              {mark.label}
            </text>
          </g>
        ))}
        {series.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people can have one name; their order is fixed
          <g key={index} className={markClass(one.rater)}>
            <StepLine points={one.points} place={place} height={height} />
          </g>
        ))}
        {series.map((one, index) => {
          const ratings = rated(one.points)
          return one.points.map((point, at) => {
            const key = `${one.name} ${point.day} ${at}`
            if (point.value === null) return <NotToday key={key} x={place(point.day)} y={214} />
            const spot = `${point.day} ${point.value}`
            const shift = taken.has(spot) ? 14 : 0
            taken.add(spot)
            const below = index === 0 && point.value > 1
            const ends = point === ratings[0] || point === ratings.at(-1)
            return (
              <g key={key}>
                <Marker
                  rater={one.rater}
                  x={place(point.day)}
                  y={height(point.value)}
                  radius={7}
                  hollow={point === ratings[0] && ratings.length > 1}
                  shift={shift}
                />
                {(ratings.length <= 8 || ends) && (
                  <text
                    x={percent(place(point.day))}
                    dx={shift}
                    y={height(point.value) + (below ? 25 : -14)}
                    textAnchor="middle"
                    className="is-number"
                  >
                    {point.value}
                  </text>
                )}
              </g>
            )
          })
        })}
        {daysToName(days, place, 20).map((day) => (
          <text key={day} x={percent(place(day))} y="238" textAnchor="middle">
            {inShort(day)}
          </text>
        ))}
      </Picture>
      <figcaption>
        {caption}
        <MovementKey series={series} />
      </figcaption>
    </figure>
  )
}

/** Text near an edge starts or ends there, so that nothing is cut off at 320 px. */
const anchor = (x: number) => (x < 30 ? 'start' : x > 70 ? 'end' : 'middle')
