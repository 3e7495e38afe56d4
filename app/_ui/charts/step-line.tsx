import type { Day } from '@/lib/day'
import { percent } from './marker'
import { type RatedDay, stepLines } from './movement-series'

type Props = {
  /** One person's answers, oldest first. */
  points: readonly RatedDay[]
  place: (day: Day) => number
  height: (value: number) => number
}

/** From one answer to the next: level, then up or down. */
export function StepLine({ points, place, height }: Props) {
  return stepLines(points, place).map((line, index) => (
    <line
      // biome-ignore lint/suspicious/noArrayIndexKey: answers of one day can draw the same line twice; none moves
      key={index}
      x1={percent(line.x1)}
      x2={percent(line.x2)}
      y1={height(line.from)}
      y2={height(line.to)}
      stroke="currentColor"
      strokeWidth="2"
    />
  ))
}
