/**
 * When the last rating is shown. Earlier ratings stay closed until this one is given, because a number on the page pulls the
 * next one towards it; a service may choose otherwise.
 */
export const lastRatingRules = {
  after: 'After the new rating is given',
  always: 'Always, on the rating page too',
  never: 'Never while rating; it is found on the goal’s own page',
} as const
export type LastRatingRule = keyof typeof lastRatingRules
export const lastRatingRuleKeys = Object.keys(lastRatingRules) as [LastRatingRule, ...LastRatingRule[]]
