import { z95 } from '@/lib/reporting/wilson'

/**
 * Limits of a count: Byar's approximation from 10 events, the exact Poisson limits below, where the approximation is too narrow.
 * @throws RangeError for a negative or broken count
 */
export const countLimits = (count: number, z: number = z95): { lower: number; upper: number } => {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`${count} is not a count.`)
  return count < 10 ? exact(count, z) : byar(count, z)
}

/** Byar's approximation itself, whatever the count. */
export const byar = (count: number, z: number = z95): { lower: number; upper: number } => {
  const above = count + 1
  return {
    lower: count === 0 ? 0 : count * (1 - 1 / (9 * count) - z / (3 * Math.sqrt(count))) ** 3,
    upper: above * (1 - 1 / (9 * above) + z / (3 * Math.sqrt(above))) ** 3,
  }
}

/** A rate per `per` people, with its limits. */
export const rate = (
  count: number,
  population: number,
  per: number,
  z: number = z95,
): { value: number; lower: number; upper: number } | 'not-calculable' => {
  if (population < 0) throw new RangeError(`${population} is not a population.`)
  if (population === 0) return 'not-calculable'
  const { lower, upper } = countLimits(count, z)
  const scale = per / population
  return { value: count * scale, lower: lower * scale, upper: upper * scale }
}

/** Exact limits: the means for which the count, or fewer or more, would have a chance of just the tail. */
const exact = (count: number, z: number) => {
  const tail = upperTail(z)
  return {
    lower: count === 0 ? 0 : solve((mean) => 1 - poissonUpTo(count - 1, mean) - tail, 0, count),
    upper: solve((mean) => tail - poissonUpTo(count, mean), count, count + 40 + 10 * z),
  }
}

const poissonUpTo = (count: number, mean: number): number => {
  let term = Math.exp(-mean)
  let sum = term
  for (let i = 1; i <= count; i++) {
    term *= mean / i
    sum += term
  }
  return sum
}

/** Bisection of a rising function to the last bit that matters. */
const solve = (rising: (x: number) => number, low: number, high: number): number => {
  for (let i = 0; i < 200 && high - low > 1e-14 * high; i++) {
    const middle = (low + high) / 2
    if (rising(middle) < 0) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** The chance beyond z in a standard normal distribution, by the continued fraction (Abramowitz and Stegun 26.2.14). */
const upperTail = (z: number): number => {
  let fraction = z
  for (let i = 200; i >= 1; i--) fraction = z + i / fraction
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI) / fraction
}
