import { symbol, symbolCircle, symbolSquare, symbolTriangle } from 'd3-shape'
import type { ReactNode } from 'react'
import type { Rater } from '@/lib/goals/rating'

const shapes = {
  'young-person': { type: symbolCircle, size: 1 },
  'parent-or-carer': { type: symbolSquare, size: 1 },
  clinician: { type: symbolTriangle, size: 0.9 },
}

/** Young people in blue, adults in grey; the shape says the same without colour. */
export const markClass = (rater: Rater) => (rater === 'young-person' ? 'fp-mark-1' : 'fp-mark-5')

type Props = {
  rater: Rater
  /** Per cent of the width. */
  x: number
  /** Pixels. */
  y: number
  /** Pixels from the middle to the edge. */
  radius: number
  hollow?: boolean
  /** Pixels to the right, where another mark already stands in this place. */
  shift?: number
}

/** Circle: young person. Square: parent or carer. Triangle: clinician. Hollow is the first rating. */
export function Marker({ rater, x, y, radius, hollow, shift = 0 }: Props) {
  const { type, size } = shapes[rater]
  const path = symbol(type, Math.PI * radius * radius * size)() ?? undefined
  return (
    <At x={x} y={y}>
      <path
        className={markClass(rater)}
        d={path}
        fill={hollow ? 'var(--fp-surface)' : 'currentColor'}
        stroke="currentColor"
        strokeWidth="2.5"
        transform={shift ? `translate(${shift} 0)` : undefined}
      />
    </At>
  )
}

/** "Not today": a small cross on the base line. */
export function NotToday({ x, y }: { x: number; y: number }) {
  return (
    <At x={x} y={y}>
      <path className="fp-mark-5" d="M-4 -4L4 4M-4 4L4 -4" stroke="currentColor" strokeWidth="2" />
    </At>
  )
}

/** A place in a picture whose x is in per cent: paths know only pixels, so they get a small svg of their own. */
export function At({ x, y, children }: { x: number; y: number; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: a part of a picture that has its sentence
    <svg x={percent(x)} y={y} width="1" height="1" overflow="visible">
      {children}
    </svg>
  )
}

export const percent = (x: number) => `${Math.round(x * 100) / 100}%`
