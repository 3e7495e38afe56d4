import type { Day } from '@/lib/day'
import { overall, type Reliable, reliableChange } from '@/lib/goals/movement'
import type { Direction } from './measure'

/*
 * NHS England's rule for the outcomes of a referral of a child or young person (MHS110 to MHS115, from
 * mental-health-monthly-statistics). Their words, for their figures; a person's own page speaks of movement.
 */

/** One valid score of one measure by one rater. RCADS as T score. In the order given, where two are of one day. */
export type Assessed = { measure: string; rater: string; on: Day; score: number }

export type Contacts = {
  /** The days of the first and second attended contact; null where there was none. */
  first: Day | null
  second: Day | null
  /** The day the referral closed; null while it is open. */
  closed: Day | null
}

/** What is known of a measure: which way is better in the national table, and the threshold, if there is one. */
export type Known = { better: Direction; points: number | null }

export type Outcome = 'improvement' | 'deterioration' | 'no-change' | 'not-paired' | 'unclassified'

type Pairing = {
  measure: string
  rater: string
  first: { on: Day; score: number }
  last: { on: Day; score: number } | null
  change: number | null
  outcome: Outcome
}

/**
 * First: the earliest score from the first contact on. Last: the latest other one from the second contact on. Both at most on
 * the day the referral closed. The same measure and the same rater, always.
 */
export const pairings = (
  scores: readonly Assessed[],
  contacts: Contacts,
  about: (measure: string) => Known,
): Pairing[] => {
  const { first: from, second, closed } = contacts
  if (from === null) return []
  const groups = new Map<string, Assessed[]>()
  for (const one of scores) {
    if (one.on < from || (closed !== null && one.on > closed)) continue
    const key = JSON.stringify([one.measure, one.rater])
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()].map((group) => {
    const byDay = [...group].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    const [first, ...others] = byDay as [Assessed, ...Assessed[]]
    const last = second === null ? undefined : others.findLast(({ on }) => on >= second)
    return {
      measure: first.measure,
      rater: first.rater,
      first: { on: first.on, score: first.score },
      last: last ? { on: last.on, score: last.score } : null,
      change: last ? last.score - first.score : null,
      outcome: last ? outcomeOf(first.score, last.score, about(first.measure)) : 'not-paired',
    }
  })
}

/** A measure without a threshold is paired and not classified, so the national shares need not add up to 100 %. */
export const outcomeOf = (first: number, last: number, { better, points }: Known): Outcome =>
  points === null ? 'unclassified' : inTheirWords[betterOrWorse(first, last, better, points)]

/** "Up" is better, whichever way the scale runs. */
export const betterOrWorse = (first: number, last: number, better: Direction, points: number): Reliable =>
  better === 'higher' ? reliableChange(first, last, points) : reliableChange(last, first, points)

const inTheirWords = { up: 'improvement', down: 'deterioration', no: 'no-change' } as const

export type RaterResult = {
  rater: string
  assessed: number
  paired: number
  outcome: Outcome
}

/** For each rater over all measures: any deterioration is one; otherwise any improvement; otherwise no change. */
export const byRater = (all: readonly Pairing[]): RaterResult[] =>
  [...new Set(all.map(({ rater }) => rater))].map((rater) => {
    const own = all.filter((one) => one.rater === rater)
    const paired = own.filter(({ last }) => last !== null)
    const classified = paired.flatMap(({ outcome }): Reliable[] =>
      outcome === 'improvement'
        ? ['up']
        : outcome === 'deterioration'
          ? ['down']
          : outcome === 'no-change'
            ? ['no']
            : [],
    )
    const outcome =
      classified.length > 0 ? overall(classified) : paired.length > 0 ? 'unclassified' : 'not-paired'
    return { rater, assessed: own.length, paired: paired.length, outcome }
  })

/** Team types that NHS England leaves out. */
const leftOut = ['B02', 'E01', 'E02', 'E03', 'E04', 'A14']

type ReferralFacts = Contacts & {
  receivedOn: Day
  ageAtReferral: number
  rejected: boolean
  teamType?: string
}

/** Whether a referral is one of MHS110: closed, aged 0 to 17 at the referral, with two contacts. Otherwise, why not. */
export const countsNationally = (
  referral: ReferralFacts,
): { counts: true } | { counts: false; because: string } => {
  const because = referral.rejected
    ? 'the referral was not accepted'
    : referral.receivedOn < '2016-01-01'
      ? 'the referral came before 2016'
      : referral.ageAtReferral > 17
        ? 'the national figures count ages 0 to 17 at the referral'
        : referral.teamType && leftOut.includes(referral.teamType)
          ? 'the national figures leave out this kind of team'
          : referral.second === null
            ? 'fewer than two contacts took place'
            : referral.closed === null
              ? 'it is still open'
              : referral.second > referral.closed
                ? 'fewer than two contacts took place before it closed'
                : null
  return because === null ? { counts: true } : { counts: false, because }
}
