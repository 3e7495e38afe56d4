/** 97.5 % point of the normal distribution, for 95 % limits. */
export const z95 = 1.959963984540054

export type Proportion = { value: number; lower: number; upper: number }

/**
 * A proportion with its Wilson limits, as parts of 1 (the method of the Office for Health Improvement and Disparities).
 * @returns 'not-calculable' where nobody is in the group
 * @throws RangeError for counts that cannot be: 11 of 10, or fewer than none
 */
export const wilson = (
  numerator: number,
  denominator: number,
  z: number = z95,
): Proportion | 'not-calculable' => {
  if (numerator < 0 || denominator < 0 || numerator > denominator)
    throw new RangeError(`${numerator} of ${denominator} is not a proportion.`)
  if (denominator === 0) return 'not-calculable'
  const value = numerator / denominator
  const square = z * z
  const middle = 2 * numerator + square
  const spread = z * Math.sqrt(square + 4 * numerator * (1 - value))
  const scale = 2 * (denominator + square)
  // None of n and all of n end exactly at 0 and 1; rounding would leave a hair beside them.
  return {
    value,
    lower: numerator === 0 ? 0 : (middle - spread) / scale,
    upper: numerator === denominator ? 1 : (middle + spread) / scale,
  }
}

/**
 * Limits of the difference between two proportions, first less second, from their own Wilson limits (Newcombe 1998, method 10).
 * Whether two intervals overlap is not a test; whether this one holds 0 is.
 */
export const difference = (first: Proportion, second: Proportion): Proportion => {
  const value = first.value - second.value
  return {
    value,
    lower: value - Math.hypot(first.value - first.lower, second.upper - second.value),
    upper: value + Math.hypot(first.upper - first.value, second.value - second.lower),
  }
}
