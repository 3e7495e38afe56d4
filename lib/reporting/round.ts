/**
 * The small-number rule of the published mental health tables (NHS Digital): fewer than the limit, nobody included, is hidden;
 * anything else is rounded to the nearest 5. Some publications show a zero. We hide it: "none of them" is news about
 * every one of them.
 */
export type RoundingRule = { limit: number; roundTo: number }

const lowestLimit = 5
const highestLimit = 10

/** The rule in force unless a release says otherwise. */
export const usualRule: RoundingRule = { limit: 5, roundTo: 5 }

/** @throws RangeError below 5 or above 10: the limit may be raised, never lowered */
export const checkRule = (rule: RoundingRule): RoundingRule => {
  if (
    !Number.isInteger(rule.limit) ||
    rule.limit < lowestLimit ||
    rule.limit > highestLimit ||
    rule.roundTo !== 5
  )
    throw new RangeError('The small-number limit lies between 5 and 10, and counts are rounded to 5.')
  return rule
}

/** The count as it may be shown, or null when it is hidden. */
export const roundCount = (count: number, rule: RoundingRule = usualRule): number | null =>
  count < rule.limit ? null : rule.roundTo * Math.round(count / rule.roundTo)

/** The counts that a shown figure may stand for: all that anybody can know from it. */
export const impliedBy = (shown: number, rule: RoundingRule = usualRule): { min: number; max: number } => {
  const half = Math.floor(rule.roundTo / 2)
  return { min: Math.max(rule.limit, shown - half), max: shown + half }
}
