import { scaleLinear } from 'd3-scale'
import { type Day, daysBetween } from '@/lib/day'
import type { Rater } from '@/lib/goals/rating'

export type RatedDay = {
  day: Day
  /** 0 to 10, or null for "not today". */
  value: number | null
}

/** One person's ratings, oldest first. Raters are never averaged. */
export type Series = { rater: Rater; name: string; points: readonly RatedDay[] }

/** A day worth a line in the picture, such as the day the facilitator joined. */
export type Mark = { day: Day; label: string }

type Placed = { x: number; value: number | null; day: Day }

export type Line = { x1: number; x2: number; from: number; to: number }

/** @returns a day's place in per cent, between `range[0]` and `range[1]`; a single day stands in the middle */
export const dayScale = (days: readonly Day[], range: readonly [number, number]) => {
  const sorted = [...days].sort()
  const first = sorted[0] ?? '2000-01-01'
  const last = sorted.at(-1) ?? first
  const scale = scaleLinear()
    .domain([0, daysBetween(first, last)])
    .range([...range])
  return (day: Day) => scale(daysBetween(first, day))
}

/**
 * The step line: level until the next rating, then up or down. At a "not today" it stops half way and is never
 * joined across.
 */
export const stepLines = (points: readonly RatedDay[], place: (day: Day) => number): Line[] => {
  const placed: Placed[] = points.map((point) => ({ ...point, x: place(point.day) }))
  const lines: Line[] = []
  placed.forEach((point, index) => {
    const next = placed[index + 1]
    if (point.value === null || !next) return
    const x2 = next.value === null ? (point.x + next.x) / 2 : next.x
    lines.push({ x1: point.x, x2, from: point.value, to: point.value })
    if (next.value !== null && next.value !== point.value)
      lines.push({ x1: next.x, x2: next.x, from: point.value, to: next.value })
  })
  return lines
}

/** The first and the latest day always, and those between that leave room, in per cent of the width. */
export const daysToName = (days: readonly Day[], place: (day: Day) => number, room: number): Day[] => {
  const sorted = [...new Set(days)].sort()
  const last = sorted.at(-1)
  const named: Day[] = []
  for (const day of sorted) {
    const before = named.at(-1)
    const clearBefore = before === undefined || place(day) - place(before) >= room
    const clearAfter = day === last || last === undefined || place(last) - place(day) >= room
    if (clearBefore && clearAfter) named.push(day)
    else if (day === last && named.length > 1) named.splice(-1, 1, day)
  }
  return named
}

export const rated = (points: readonly RatedDay[]) =>
  points.filter((point): point is RatedDay & { value: number } => point.value !== null)
