import { percent } from './marker'

type Props = {
  values: readonly number[]
  height: (value: number) => number
  /** Per cent of the width at which the lines begin; the numbers stand before them. */
  from: number
}

/** Level lines with their numbers. */
export function Grid({ values, height, from }: Props) {
  return values.map((value) => (
    <g key={value}>
      <line
        className="fp-mark-grid"
        x1={percent(from)}
        x2="98%"
        y1={height(value)}
        y2={height(value)}
        stroke="currentColor"
      />
      <text x={percent(from - 2)} y={height(value) + 5} textAnchor="end">
        {value}
      </text>
    </g>
  ))
}
