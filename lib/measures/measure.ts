import type { Day } from '@/lib/day'
import type { Threshold } from '@/lib/goals/movement'
import type { Rater } from '@/lib/goals/rating'

/** Which way a score means better. Said in words beside every change: nobody ought to have to know it by heart. */
export type Direction = 'higher' | 'lower'

/** Whose result a score is part of in the national figures. */
export type NationalRater = 'Self' | 'Parent' | 'Clinician'

/** One score of a measure. */
export type Scale = {
  key: string
  name: string
  min: number
  max: number
  /** How many digits may follow the point. */
  decimals: 0 | 1 | 2
  better: Direction
  /** Where the national table turns the scale the other way round. */
  nationalBetter?: Direction
  /** SNOMED CT, as text: up to eighteen digits, more than a JavaScript number holds. The one in use first, then earlier ones. */
  snomed: readonly string[]
  /** By how much it must change to be called reliable, by the day from which that held. None: no such figure is published. */
  thresholds: readonly Threshold[]
  /** The threshold is in T scores, which need norms by sex and age. */
  tScore?: true
  /** Whose national result it counts for; left out where the national table names nobody. */
  counts?: NationalRater
}

/** One form that one person fills in: the young person's and the parent's version of a measure are two. */
export type Measure = {
  key: string
  /** As people say it. */
  name: string
  fullName: string
  raters: readonly [Rater, ...Rater[]]
  /** The ages it was made for, in words. A hint and never a hindrance. */
  ages: string
  /** Asks how the help was, not how someone is: it has no change. */
  experience?: true
  licence: string
  scales: readonly [Scale, ...Scale[]]
}

type Given = Omit<Scale, 'thresholds' | 'decimals'> & {
  decimals?: Scale['decimals']
  points?: number
  source?: string
}

/** The national outcome figures count referrals received from this day, and their thresholds have not changed since. */
const nationalFrom: Day = '2016-01-01'

const iapt = 'CYP IAPT 2015, as used by NHS England'

/** @param given.points the threshold that NHS England uses */
export const scale = ({ points, source = iapt, decimals = 0, ...rest }: Given): Scale => ({
  ...rest,
  decimals,
  thresholds: points === undefined ? [] : [{ from: nationalFrom, points, source }],
})
