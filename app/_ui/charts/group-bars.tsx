import { scaleLinear } from 'd3-scale'
import type { ReactNode } from 'react'
import { Sentence } from '../sentence'
import { percent } from './marker'
import { Picture } from './picture'

type GroupRow = {
  key: string
  /** '1' to '10', 'Most deprived fifth', 'Not recorded'. */
  label: string
  /** The share or rate; null when it is hidden or cannot be shown. */
  value: number | null
  /** The figure as it is said, for example '68%' or '10'. */
  said?: string
  /** The 95% interval (Wilson for shares), in the units of `value`. */
  low?: number
  high?: number
  /** Why there is no bar, in words: 'Hidden to protect privacy'. */
  hidden?: string
}

type Props = {
  /** The finding in words; it labels the picture. */
  sentence: ReactNode
  sentenceId: string
  certainty?: 'sure' | 'unsure' | 'few'
  rows: readonly GroupRow[]
  average?: { value: number; label: string }
  /** What a bar counts, for the key: 'young people for every 1,000'. */
  measure: string
  /** '%' for shares: the axis then runs to 100 unless `max` is given. */
  unit?: '%' | ''
  max?: number
  /** Dots for groups that are not in an order, such as ethnic group; bars for tenths and fifths. */
  mark?: 'bar' | 'dot'
  /** The words above the first and below the last row: 'Most deprived', 'Least deprived'. */
  ends?: readonly [string, string]
}

/** Groups as bars from zero, each with its interval, against a labelled average. A hidden row is words, not zero. */
export function GroupBars(props: Props) {
  const { sentence, sentenceId, certainty, rows, average, measure, unit = '%', mark = 'bar', ends } = props
  const beside = rows.every((row) => row.label.length <= 2)
  const rowHeight = beside ? 34 : 54
  const top = ends ? 44 : 28
  const bottom = top + rows.length * rowHeight + 4
  const left = beside ? 9 : 3
  const scale = scaleLinear()
    .domain([0, props.max ?? (unit === '%' ? 100 : highest(rows, average?.value))])
    .range([left, 96])
  if (props.max === undefined && unit !== '%') scale.nice(5)
  return (
    <figure className="fp-figure">
      <Picture sentenceId={sentenceId} height={bottom + (ends ? 46 : 24)}>
        {scale.ticks(5).map((tick) => (
          <g key={tick}>
            <line
              className={tick === 0 ? 'fp-mark-axis' : 'fp-mark-grid'}
              x1={percent(scale(tick))}
              x2={percent(scale(tick))}
              y1={top}
              y2={bottom}
              stroke="currentColor"
            />
            <text x={percent(scale(tick))} y={bottom + 18} textAnchor="middle">
              {tick}
              {unit}
            </text>
          </g>
        ))}
        {ends && (
          <>
            <text x="0" y={top - 6}>
              {ends[0]}
            </text>
            <text x="0" y={bottom + 40}>
              {ends[1]}
            </text>
          </>
        )}
        {rows.map((row, index) => {
          const y = top + index * rowHeight
          return (
            <GroupMark key={row.key} row={row} y={y} beside={beside} mark={mark} left={left} scale={scale} />
          )
        })}
        {average && (
          <g className="fp-mark-5">
            <line
              x1={percent(scale(average.value))}
              x2={percent(scale(average.value))}
              y1="20"
              y2={bottom}
              stroke="currentColor"
              strokeWidth="2"
              strokeDasharray="6 4"
            />
            <text
              className="is-strong"
              x={percent(scale(average.value))}
              y="13"
              textAnchor={scale(average.value) > 75 ? 'end' : scale(average.value) < 25 ? 'start' : 'middle'}
            >
              {average.label}
            </text>
          </g>
        )}
        {rows.map((row, index) => (
          <Interval
            key={row.key}
            row={row}
            y={middle(top + index * rowHeight, beside)}
            scale={scale}
            dot={mark === 'dot'}
          />
        ))}
      </Picture>
      <Key measure={measure} mark={mark} intervals={rows.some((row) => row.low !== undefined)} />
      <figcaption>
        <Sentence id={sentenceId} certainty={certainty}>
          {sentence}
        </Sentence>
      </figcaption>
    </figure>
  )
}

const highest = (rows: readonly GroupRow[], average = 0) =>
  Math.max(1, average, ...rows.map((row) => row.high ?? row.value ?? 0))

const middle = (y: number, beside: boolean) => (beside ? y + 21 : y + 42)

type Scale = (value: number) => number

type MarkProps = {
  row: GroupRow
  y: number
  beside: boolean
  mark: 'bar' | 'dot'
  left: number
  scale: Scale
}

function GroupMark({ row, y, beside, mark, left, scale }: MarkProps) {
  const centre = middle(y, beside)
  const said = row.said ?? String(row.value)
  // Inside the bar, unless the interval line would run through it.
  const inside = mark === 'bar' && row.value !== null && scale(row.low ?? row.value) - left > 14
  const end = scale(Math.max(row.high ?? 0, row.value ?? 0))
  const before = !inside && end > 86
  const sayAt = inside ? left + 1.5 : before ? scale(row.low ?? row.value ?? 0) - 2 : end + 2
  return (
    <>
      <text
        className={beside ? 'is-strong' : 'is-label'}
        x={percent(beside ? left - 2 : left + 1)}
        y={beside ? y + 26 : y + 22}
        textAnchor={beside ? 'end' : 'start'}
      >
        {row.label}
      </text>
      {row.value !== null && mark === 'bar' && (
        <rect
          className="fp-mark-2"
          x={percent(left)}
          y={centre - 12}
          width={percent(scale(row.value) - left)}
          height="24"
          fill="currentColor"
        />
      )}
      {row.value !== null && (
        <text className="is-strong" x={percent(sayAt)} y={centre + 5} textAnchor={before ? 'end' : 'start'}>
          {said}
        </text>
      )}
    </>
  )
}

type IntervalProps = { row: GroupRow; y: number; scale: Scale; dot: boolean }

/** The interval, or why there is none: drawn over bars and average, so that neither hides it. */
function Interval({ row, y, scale, dot }: IntervalProps) {
  if (row.value === null)
    return (
      <text className="is-gap" x={percent(scale(0) + 1.5)} y={y + 5}>
        {row.hidden ?? 'Hidden to protect privacy'}
      </text>
    )
  return (
    <>
      {row.low !== undefined && row.high !== undefined && (
        <g className="fp-mark-5" stroke="currentColor" strokeWidth="2.5">
          <line x1={percent(scale(row.low))} x2={percent(scale(row.high))} y1={y} y2={y} />
          {[row.low, row.high].map((end) => (
            <line key={end} x1={percent(scale(end))} x2={percent(scale(end))} y1={y - 5} y2={y + 5} />
          ))}
        </g>
      )}
      {dot && (
        <circle className="fp-mark-1" cx={percent(scale(row.value))} cy={y} r="7" fill="currentColor" />
      )}
    </>
  )
}

type KeyProps = { measure: string; mark: 'bar' | 'dot'; intervals: boolean }

/** A plain count has no interval, and then none is explained. */
function Key({ measure, mark, intervals }: KeyProps) {
  return (
    <ul className="fp-key" aria-label="Key to the picture">
      <li>
        {mark === 'bar' ? (
          <svg className="fp-mark-2" width="22" height="14" aria-hidden="true">
            <rect width="22" height="14" fill="currentColor" />
          </svg>
        ) : (
          <svg className="fp-mark-1" width="18" height="18" aria-hidden="true">
            <circle cx="9" cy="9" r="7" fill="currentColor" />
          </svg>
        )}
        {measure}
      </li>
      {intervals && (
        <li>
          <svg className="fp-mark-5" width="34" height="14" aria-hidden="true">
            <path d="M2 2v10M2 7h30M32 2v10" stroke="currentColor" strokeWidth="2.5" fill="none" />
          </svg>
          likely between
        </li>
      )}
    </ul>
  )
}
