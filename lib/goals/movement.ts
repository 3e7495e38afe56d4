import { type Day, inWords } from '@/lib/day'
import { highest, type Rater, type Rating, raterKeys } from '@/lib/goals/rating'

/**
 * How far a goal must move before the movement is called reliable, from a day on. Two figures are in use in England: 3 (NHS
 * England, outcome metrics for children and young people) and 2.45 (in common use for goal-based outcomes). On one goal
 * rated in whole numbers they agree; on a mean of goals they may not, so a report always says which one it used.
 */
export type Threshold = { from: Day; points: number; source: string }

export const thresholds: readonly Threshold[] = [
  { from: '2016-01-01', points: 3, source: 'NHS England, outcome metrics for children and young people' },
]

export const thresholdOn = (on: Day, settings: readonly Threshold[] = thresholds): Threshold => {
  const held = settings.filter((one) => one.from <= on).sort((a, b) => (a.from < b.from ? 1 : -1))[0]
  if (!held) throw new Error(`No movement threshold holds on ${on}.`)
  return held
}

export type Reliable = 'up' | 'down' | 'no'

/** The one rule: at least `points` between first and latest. The guard keeps 0.1 + 0.2 from deciding about anybody. */
export const reliableChange = (first: number, latest: number, points: number): Reliable => {
  const change = latest - first
  if (Math.abs(change) + 1e-9 < points) return 'no'
  return change > 0 ? 'up' : 'down'
}

/** For counting: goals with this first and latest rating by one rater moved up reliably. */
export const movedUp = (first: number, latest: number, points: number): boolean =>
  reliableChange(first, latest, points) === 'up'

export type Movement = {
  rater: Rater
  first: number
  latest: number
  firstOn: Day
  latestOn: Day
  /** how many numbers were given; "not today" is not one */
  ratings: number
  /** latest minus first; null with one rating, which cannot show movement */
  change: number | null
  reliable: Reliable | null
  words: string
}

/**
 * How one goal moved, for each rater apart: ratings of different people are never compared nor averaged.
 * @param ratings those that stand (corrected ones left out), in the order they were given
 */
export const movement = (
  ratings: readonly Rating[],
  { threshold }: { threshold: number },
): Partial<Record<Rater, Movement>> => {
  const all: Partial<Record<Rater, Movement>> = {}
  for (const rater of raterKeys) {
    const given = numbersBy(ratings, rater)
    const first = given[0]
    const latest = given.at(-1)
    if (!first || !latest) continue
    const paired = given.length > 1
    all[rater] = {
      rater,
      first: first.value,
      latest: latest.value,
      firstOn: first.on,
      latestOn: latest.on,
      ratings: given.length,
      change: paired ? latest.value - first.value : null,
      reliable: paired ? reliableChange(first.value, latest.value, threshold) : null,
      words: movementInWords(given),
    }
  }
  return all
}

type Given = { on: Day; value: number }

/** One rater's numbers by day; on one day, in the order given. */
export const numbersBy = (ratings: readonly Rating[], rater: Rater): Given[] =>
  ratings
    .flatMap((r) => (r.rater === rater && r.value !== null ? [{ on: r.on, value: r.value }] : []))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))

const movementInWords = (given: readonly Given[]): string => {
  const first = given[0]!
  const latest = given.at(-1)!
  if (given.length === 1) return 'One rating so far.'
  if (latest.value > first.value)
    return `Moved from ${first.value} to ${latest.value} since ${since(first.on, latest.on)}, ${given.length} ratings.`
  if (latest.value < first.value) return `Moved down from ${first.value} to ${latest.value}.`
  if (given.some((one) => one.value !== first.value))
    return `Back at ${latest.value}, where it began: ${listed(given)}.`
  return `No movement yet: ${listed(given)}.`
}

/** The year is said only when it is another year. */
const since = (from: Day, latest: Day): string =>
  from.slice(0, 4) === latest.slice(0, 4) ? inWords(from).replace(/ \d{4}$/, '') : inWords(from)

const listed = (given: readonly Given[]): string => {
  const values = given.map((one) => one.value)
  return values.length <= 5
    ? values.join(', then ')
    : `${values.slice(0, 1).join()}, then ${values.length - 4} more, then ${values.slice(-3).join(', then ')}`
}

/**
 * A goal that does not move is talked about while there is time. None of the last three numbers by one rater is above the one
 * before them; with only three, none is above the first. A goal that stands at 10 is not stuck, it is there.
 */
export const stuck = (ratings: readonly Rating[], rater: Rater): boolean => {
  const values = numbersBy(ratings, rater).map((one) => one.value)
  if (values.length < 3 || values.at(-1) === highest) return false
  const before = values.length === 3 ? values[0]! : values.at(-4)!
  return values.slice(-3).every((value) => value <= before)
}

/** First and latest rating of one goal by one rater; latest is null where there is one rating only. */
type Pair = { first: number; latest: number | null }

/**
 * NHS England's rule for one rater over all goals of a referral: one goal down is "deterioration" whatever the others did;
 * otherwise one goal up is "improvement". Their words, for returns only; screens speak of movement.
 */
export const nationalResult = (
  pairs: readonly Pair[],
  points: number,
): 'improvement' | 'deterioration' | 'no-change' | 'not-paired' => {
  const results = pairs.flatMap((p) => (p.latest === null ? [] : [reliableChange(p.first, p.latest, points)]))
  return results.length === 0 ? 'not-paired' : overall(results)
}

/** Several changes of one rater together, none of them left out; "up" is better. */
export const overall = (changes: readonly Reliable[]): 'improvement' | 'deterioration' | 'no-change' => {
  if (changes.includes('down')) return 'deterioration'
  return changes.includes('up') ? 'improvement' : 'no-change'
}

/** Mean change over goals rated twice by the same rater. Goals rated once are counted apart and never filled in. */
export const meanChange = (pairs: readonly Pair[], points: number) => {
  const changes = pairs.flatMap((p) => (p.latest === null ? [] : [p.latest - p.first]))
  const mean = changes.length ? changes.reduce((sum, change) => sum + change, 0) / changes.length : null
  return {
    mean,
    paired: changes.length,
    unpaired: pairs.length - changes.length,
    reliable: mean === null ? null : reliableChange(0, mean, points),
  }
}
