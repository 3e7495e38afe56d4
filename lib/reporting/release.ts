import type { Day } from '@/lib/day'
import type { Domain } from '@/lib/places/deprivation'
import type { Period } from '@/lib/reporting/period'
import type { RoundingRule } from '@/lib/reporting/round'

/** One publication: what it counts, by which places, and the rules in force when it was made. */
export type Release = Period & {
  id: string
  edition: string
  /** what the edition has, in its order */
  domains: readonly Domain[]
  rule: RoundingRule
  publishedOn: Day
  /** the movement threshold, as it is said: '3' */
  points: string
}
