import { type Day, inWords } from '@/lib/day'
import { type Correction, standing } from '@/lib/goals/correction'
import { type Movement, movement, stuck } from '@/lib/goals/movement'
import { type NotTodayReason, type Rater, type Rating, raterKeys } from '@/lib/goals/rating'

/** A rating as it stands in the record, with whose it is. */
export type Given = Rating & {
  notToday: NotTodayReason | null
  /** Which person of that kind: two parents are two raters, and so are two clinicians. */
  raterKey: string
  name: string
  words: string
  /** How it was put right, where it was: then it stays to be seen and no longer counts. */
  corrected?: Correction | null
}

/** One person's ratings of one goal, oldest first: never averaged and never compared with another person's. */
export type Line = {
  key: string
  rater: Rater
  name: string
  points: { day: Day; value: number | null }[]
  /** what the points were made of */
  ratings: readonly Rating[]
  /** null while there is no number yet */
  movement: Movement | null
  /** three ratings without moving up: time to talk about it */
  stuck: boolean
}

/**
 * The young person's own line first, then those of the others, each apart.
 * @param ratings every one in the record; those put right are left out here
 */
export const linesByRater = (ratings: readonly Given[], threshold: number): Line[] => {
  const lines = new Map<string, Given[]>()
  for (const rating of standing(ratings)) {
    const key = `${rating.rater} ${rating.raterKey}`
    lines.set(key, [...(lines.get(key) ?? []), rating])
  }
  return [...lines]
    .map(([key, given]) => ({
      key,
      rater: given[0]!.rater,
      name: given[0]!.name,
      points: given.map((one) => ({ day: one.on, value: one.value })),
      ratings: given,
      movement: movement(given, { threshold })[given[0]!.rater] ?? null,
      stuck: stuck(given, given[0]!.rater),
    }))
    .sort((a, b) => raterKeys.indexOf(a.rater) - raterKeys.indexOf(b.rater))
}

/** What is said of one line; "not today" alone is an answer too. */
export const lineInWords = (line: Line): string => line.movement?.words ?? 'No number yet, only “not today”.'

/** 'Sam last time, 4 March 2027: 3.' */
export const lastInWords = (line: Line): string => {
  const last = line.points.at(-1)!
  return `${line.name} last time, ${inWords(last.day)}: ${last.value ?? 'not today'}.`
}

/**
 * The sentence of a goal: the young person's own line, as they are the one who feels it.
 * @param knownAs the young person's name
 */
export const goalInWords = (lines: readonly Line[], knownAs: string): string => {
  const own = lines.find((line) => line.rater === 'young-person')
  if (own) return lineInWords(own)
  return lines.length === 0 ? 'Not rated yet.' : `${knownAs} has not rated this yet.`
}

/** The days worth a line in the picture of this goal: none before its first rating, where there is no picture yet. */
export const marksOf = <T extends { day: Day }>(
  ratings: readonly { on: Day }[],
  marks: readonly T[],
): T[] => {
  const first = ratings[0]?.on
  return first === undefined ? [] : marks.filter((mark) => mark.day >= first)
}
