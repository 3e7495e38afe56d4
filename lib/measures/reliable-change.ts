import type { Direction } from './measure'

/*
 * Reliable and clinically significant change after Jacobson and Truax: for a measure whose reliability and norms are known and
 * for which nobody publishes a threshold. The 1.96 is that of a 95 % limit.
 */

const limit = 1.96

/** @param reliability between 0 and 1, usually internal consistency or retest */
export const differenceSd = (sdBefore: number, reliability: number): number =>
  sdBefore * Math.sqrt(2 * (1 - reliability))

export const reliableIndex = (before: number, after: number, sdBefore: number, reliability: number): number =>
  (after - before) / differenceSd(sdBefore, reliability)

/** The change that is needed: what a service may set as a measure's threshold, with this as its source. */
export const reliableThreshold = (sdBefore: number, reliability: number): number =>
  limit * differenceSd(sdBefore, reliability)

type Groups = { meanBefore: number; sdBefore: number; meanFunctional: number; sdFunctional: number }

/**
 * Where the side of the people who came for help ends. Type a: two standard deviations from their mean; b: two from the mean of
 * others; c: between the two means, each weighed by the other's spread. As in the package our expected results are from, a and b
 * both take the spread of those who came.
 */
export const cutoff = (kind: 'a' | 'b' | 'c', better: Direction, groups: Groups): number => {
  const { meanBefore, sdBefore, meanFunctional, sdFunctional } = groups
  const towards = better === 'higher' ? 1 : -1
  if (kind === 'a') return meanBefore + towards * 2 * sdBefore
  if (kind === 'b') return meanFunctional - towards * 2 * sdBefore
  return (sdBefore * meanFunctional + sdFunctional * meanBefore) / (sdBefore + sdFunctional)
}

type Significance = 'recovered' | 'improved' | 'unchanged' | 'deteriorated' | 'harmed'

/** Recovered: changed for the better reliably, and over the cut-off. Harmed: the same the other way. */
export const significance = (
  before: number,
  after: number,
  at: { better: Direction; cutoff: number; sdBefore: number; reliability: number },
): Significance => {
  const index = reliableIndex(before, after, at.sdBefore, at.reliability) * (at.better === 'higher' ? 1 : -1)
  if (Math.abs(index) <= limit) return 'unchanged'
  const wellAt = (score: number) => (at.better === 'higher' ? score > at.cutoff : score < at.cutoff)
  if (index > 0) return !wellAt(before) && wellAt(after) ? 'recovered' : 'improved'
  return wellAt(before) && !wellAt(after) ? 'harmed' : 'deteriorated'
}
