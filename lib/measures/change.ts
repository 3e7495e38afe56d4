import { type Day, inWords } from '@/lib/day'
import { type Reliable, type Threshold, thresholdOn } from '@/lib/goals/movement'
import { type Rater, raterKeys } from '@/lib/goals/rating'
import { measureOf, measures } from './facts'
import type { Measure, Scale } from './measure'
import { betterOrWorse } from './paired-outcomes'

/** A score as it stands in the record. */
export type ScoreGiven = {
  id: string
  sittingId: string
  measure: string
  scale: string
  rater: Rater
  /** Which person of that kind: two parents are two raters, and so are two clinicians. */
  raterKey: string
  name: string
  on: Day
  score: number
  /** RCADS: the T score, where it can be worked out. */
  t?: number
}

/** All scores of one scale by one person, oldest first. Nobody's scores are ever put together with another's. */
export type ScoreLine = {
  scale: Scale
  points: readonly ScoreGiven[]
  /** null with one score, for measures of experience, and where nothing can be said of it */
  change: Change | null
  words: string
}

export type Change = {
  first: number
  latest: number
  by: number
  /** "up" is better, whichever way the scale runs; null without a threshold */
  reliable: Reliable | null
  threshold: Threshold | null
}

/** One measure by one person. */
export type MeasureLines = {
  measure: Measure
  rater: Rater
  raterKey: string
  name: string
  lines: ScoreLine[]
}

export const thresholdOf = (scale: Scale, on: Day): Threshold | null =>
  scale.thresholds.some(({ from }) => from <= on) ? thresholdOn(on, scale.thresholds) : null

const changeOf = (scale: Scale, points: readonly ScoreGiven[], today: Day): Change | null => {
  // Thresholds of T scores say nothing about raw scores, and the other way round.
  const values = points.flatMap((one) => (scale.tScore ? (one.t === undefined ? [] : [one.t]) : [one.score]))
  const [first, latest] = [values[0], values.at(-1)]
  if (values.length < 2 || first === undefined || latest === undefined) return null
  const threshold = thresholdOf(scale, today)
  return {
    first,
    latest,
    by: latest - first,
    threshold,
    reliable: threshold && betterOrWorse(first, latest, scale.better, threshold.points),
  }
}

/** As people write it: 66.0 for a T score, 24.6, 14. */
export const scoreInWords = (score: number, scale: Scale): string =>
  String(Number(score.toFixed(scale.decimals)))
export const tInWords = (t: number): string => t.toFixed(1)

const wayInWords = { higher: 'Higher is better on this scale.', lower: 'Lower is better on this scale.' }

/** The sentence of a line. It says which way is better, and by which figure a change is called reliable. */
const inSentences = (scale: Scale, points: readonly ScoreGiven[], change: Change | null): string => {
  const first = points[0]!
  const latest = points.at(-1)!
  if (points.length === 1) return `One score so far: ${scoreInWords(first.score, scale)}.`
  const [from, to] = [scoreInWords(first.score, scale), scoreInWords(latest.score, scale)]
  const went =
    latest.score === first.score
      ? `No change since ${inWords(first.on)}: ${to}.`
      : `${latest.score > first.score ? 'Up' : 'Down'} from ${from} to ${to} since ${inWords(first.on)}.`
  const inT =
    scale.tScore && change ? ` T scores: ${tInWords(change.first)}, then ${tInWords(change.latest)}.` : ''
  return `${went}${inT} ${wayInWords[scale.better]} ${reliableInWords(scale, change)}`
}

const reliableInWords = (scale: Scale, change: Change | null): string => {
  if (scale.tScore && !change)
    return 'The size of a reliable change is set in T scores, so nothing is said of it here.'
  if (!change?.threshold) return 'No figure is published for how large a reliable change is.'
  const { points } = change.threshold
  const figure = `${points} ${scale.tScore ? 'T points' : points === 1 ? 'point' : 'points'}`
  if (change.reliable === 'no') return `Less than a reliable change, which is ${figure}.`
  return `A reliable change for the ${change.reliable === 'up' ? 'better' : 'worse'}: at least ${figure}.`
}

/** Where the sizes of a reliable change come from, and since when they hold: said once for a measure, under its lines. */
export const thresholdsInWords = (measure: Measure, today: Day): string | null => {
  const held = measure.scales.flatMap((scale) => thresholdOf(scale, today) ?? [])
  if (held.length === 0 || measure.experience) return null
  const said = held.map(({ source, from }) => `${source}, since ${inWords(from)}`)
  return `Sizes of a reliable change: ${[...new Set(said)].join('; ')}.`
}

/**
 * What is shown of all scores: each measure, each person who filled it in, each scale apart. In the order of the table, the
 * young person's own first. Measures of experience have scores and no change.
 */
export const linesOf = (scores: readonly ScoreGiven[], today: Day): MeasureLines[] => {
  const groups = new Map<string, ScoreGiven[]>()
  for (const one of scores) {
    if (!measureOf(one.measure)) continue
    const key = JSON.stringify([one.measure, one.rater, one.raterKey])
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()]
    .map((group) => {
      const { rater, raterKey, name } = group[0]!
      const measure = measureOf(group[0]!.measure)!
      return {
        measure,
        rater,
        raterKey,
        name,
        lines: measure.scales.flatMap((scale) => {
          const points = group
            .filter((one) => one.scale === scale.key)
            .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
          return points.length > 0 ? [lineOf(measure, scale, points, today)] : []
        }),
      }
    })
    .sort(
      (a, b) =>
        measures.indexOf(a.measure) - measures.indexOf(b.measure) ||
        raterKeys.indexOf(a.rater) - raterKeys.indexOf(b.rater),
    )
}

const lineOf = (measure: Measure, scale: Scale, points: readonly ScoreGiven[], today: Day): ScoreLine => {
  if (measure.experience) {
    const latest = points.at(-1)!
    return {
      scale,
      points,
      change: null,
      words: `${scoreInWords(latest.score, scale)} on ${inWords(latest.on)}.`,
    }
  }
  const change = changeOf(scale, points, today)
  return { scale, points, change, words: inSentences(scale, points, change) }
}
