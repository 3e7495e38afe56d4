import { scaleLinear } from 'd3-scale'
import { type Day, inShort } from '@/lib/day'
import { At, Marker, markClass, NotToday, percent } from './marker'
import { dayScale, daysToName, type Mark, rated, type Series } from './movement-series'
import { Picture } from './picture'
import { StepLine } from './step-line'

type Props = {
  /** The id of the sentence that says what the picture shows; it must be on the page. */
  sentenceId: string
  /** The young person's own ratings first: the line from 0 to 10 shows only these. */
  series: readonly Series[]
  marks?: readonly Mark[]
  /** The last day of the picture, usually today; the latest rating when left out. */
  until?: Day
  /** The first day of the picture, so that several pictures share one time line; the first rating when left out. */
  from?: Day
}

const axis = scaleLinear().domain([0, 10]).range([4, 96])
const height = scaleLinear().domain([0, 10]).range([96, 54])
const numbers = Array.from({ length: 11 }, (_, number) => number)

/**
 * One goal at a glance: where it began and where it is, then every rating by date. The svg has no viewBox: x is in
 * per cent and y in pixels, so text keeps its size at every width.
 */
export function MovementPicture({ sentenceId, series, marks = [], from, until }: Props) {
  const days = series.flatMap((one) => one.points.map((point) => point.day))
  const place = dayScale([...days, ...[from, until].filter((day) => day !== undefined)], [4, 96])
  const named = daysToName(days, place, 24)
  return (
    <figure className="fp-figure">
      <Picture sentenceId={sentenceId} height={118}>
        <StartAndNow series={series[0]} />
        {[96, 54].map((y) => (
          <line key={y} className="fp-mark-grid" x1="4%" x2="96%" y1={y} y2={y} stroke="currentColor" />
        ))}
        {marks
          .filter((mark) => days.length > 0 && place(mark.day) >= 4 && place(mark.day) <= 96)
          .map((mark) => (
            <line
              key={mark.day + mark.label}
              className="fp-mark-5"
              x1={percent(place(mark.day))}
              x2={percent(place(mark.day))}
              y1="50"
              y2="96"
              stroke="currentColor"
              strokeWidth="1.5"
              strokeDasharray="3 3"
            />
          ))}
        {series.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people can have one name; their order is fixed
          <g key={index} className={markClass(one.rater)}>
            <StepLine points={one.points} place={place} height={height} />
            {one.points.map((point, at) =>
              point.value === null ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: a day can hold two answers; their order is fixed
                <NotToday key={at} x={place(point.day)} y={96} />
              ) : (
                <Marker
                  // biome-ignore lint/suspicious/noArrayIndexKey: a day can hold two ratings; their order is fixed
                  key={at}
                  rater={one.rater}
                  x={place(point.day)}
                  y={height(point.value)}
                  radius={4}
                  hollow={point === rated(one.points)[0] && rated(one.points).length > 1}
                />
              ),
            )}
          </g>
        ))}
        {named.map((day) => (
          <text
            key={day}
            x={percent(place(day))}
            y="114"
            textAnchor={place(day) < 10 ? 'start' : place(day) > 90 ? 'end' : 'middle'}
            dx={place(day) < 10 ? -4 : place(day) > 90 ? 4 : undefined}
          >
            {inShort(day)}
          </text>
        ))}
      </Picture>
    </figure>
  )
}

function StartAndNow({ series }: { series: Series | undefined }) {
  const ratings = rated(series?.points ?? [])
  const first = ratings[0]?.value
  const latest = ratings.at(-1)?.value
  const said = new Set([first, latest])
  return (
    <>
      <line className="fp-mark-axis" x1="4%" x2="96%" y1="26" y2="26" stroke="currentColor" />
      {numbers.map((number) => (
        <line
          key={number}
          className="fp-mark-axis"
          x1={percent(axis(number))}
          x2={percent(axis(number))}
          y1={number % 5 === 0 ? 21 : 23}
          y2={number % 5 === 0 ? 31 : 29}
          stroke="currentColor"
        />
      ))}
      {series && first !== undefined && latest !== undefined && first !== latest && (
        <g className={markClass(series.rater)}>
          <line
            x1={percent(axis(first))}
            x2={percent(axis(latest))}
            y1="26"
            y2="26"
            stroke="currentColor"
            strokeWidth="3"
          />
          <At x={axis(latest)} y={26}>
            <path d={latest > first ? 'M-9 0l-8 -6v12z' : 'M9 0l8 -6v12z'} fill="currentColor" />
          </At>
          <Marker rater={series.rater} x={axis(first)} y={26} radius={6} hollow />
        </g>
      )}
      {series && first !== undefined && first === latest && ratings.length > 1 && (
        <Marker rater={series.rater} x={axis(first)} y={26} radius={9.5} hollow />
      )}
      {series && latest !== undefined && (
        <Marker
          rater={series.rater}
          x={axis(latest)}
          y={26}
          radius={ratings.length > 1 && first === latest ? 4.5 : 6}
        />
      )}
      {[...said].map(
        (value) =>
          value !== undefined && (
            <text key={value} x={percent(axis(value))} y="12" textAnchor="middle" className="is-strong">
              {value}
            </text>
          ),
      )}
      {[0, 10].map(
        (end) =>
          !said.has(end) && (
            <text key={end} x={percent(axis(end))} y="14" textAnchor="middle">
              {end}
            </text>
          ),
      )}
    </>
  )
}
