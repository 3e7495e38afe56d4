import { scaleLinear } from 'd3-scale'
import type { ReactNode } from 'react'
import { Sentence } from '../sentence'
import { percent } from './marker'
import { Picture } from './picture'

export type RunPoint = {
  key: string
  /** 'Apr to Jun 2027' */
  label: string
  /** null where the figure is hidden or not known: the line breaks there. */
  value: number | null
}

type Props = {
  /** The finding in words; it labels the picture. */
  sentence: ReactNode
  sentenceId: string
  certainty?: 'sure' | 'unsure' | 'few'
  /** In order of time. */
  points: readonly RunPoint[]
  /** The median, drawn dashed. */
  middle?: { value: number; label: string }
  unit?: '%' | ''
  max?: number
}

/** A plain line over time, without limits: those need thirteen points. */
export function RunChart({ sentence, sentenceId, certainty, points, middle, unit = '%', max }: Props) {
  const most = Math.max(1, middle?.value ?? 0, ...points.map((point) => point.value ?? 0))
  const height = scaleLinear()
    .domain([0, max ?? most * 1.2])
    .range([150, 20])
  if (max === undefined) height.nice(4)
  const place = scaleLinear()
    .domain([0, Math.max(1, points.length - 1)])
    .range([13, 96])
  const first = points[0]
  const last = points.at(-1)
  return (
    <figure className="fp-figure">
      <Picture sentenceId={sentenceId} height={186}>
        {height.ticks(4).map((tick) => (
          <g key={tick}>
            <line
              className={tick === 0 ? 'fp-mark-axis' : 'fp-mark-grid'}
              x1="11%"
              x2="98%"
              y1={height(tick)}
              y2={height(tick)}
              stroke="currentColor"
            />
            <text x="0" y={height(tick) + 5}>
              {tick}
              {unit}
            </text>
          </g>
        ))}
        {middle && (
          <g className="fp-mark-5">
            <line
              x1="11%"
              x2="98%"
              y1={height(middle.value)}
              y2={height(middle.value)}
              stroke="currentColor"
              strokeWidth="2"
              strokeDasharray="6 4"
            />
            <text className="is-number" x="98%" y={height(middle.value) - 18} textAnchor="end">
              {middle.label}
            </text>
          </g>
        )}
        <g className="fp-mark-1">
          {points.map((point, index) => {
            const next = points[index + 1]
            if (point.value === null || !next || next.value === null) return null
            return (
              <line
                key={point.key}
                x1={percent(place(index))}
                x2={percent(place(index + 1))}
                y1={height(point.value)}
                y2={height(next.value)}
                stroke="currentColor"
                strokeWidth="2.5"
              />
            )
          })}
          {points.map(
            (point, index) =>
              point.value !== null && (
                <circle
                  key={point.key}
                  cx={percent(place(index))}
                  cy={height(point.value)}
                  r="6"
                  fill="currentColor"
                />
              ),
          )}
        </g>
        {first && (
          <text x="11%" y="174">
            {first.label}
          </text>
        )}
        {last && last !== first && (
          <text x="98%" y="174" textAnchor="end">
            {last.label}
          </text>
        )}
      </Picture>
      <figcaption>
        <Sentence id={sentenceId} certainty={certainty}>
          {sentence}
        </Sentence>
      </figcaption>
    </figure>
  )
}
