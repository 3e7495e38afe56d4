import { type Domain, domains } from '@/lib/places/deprivation'
import type { PublishedCell, Shape } from '@/lib/reporting/equity'
import { type MeasureKey, measureOf } from '@/lib/reporting/measures'
import { difference, wilson } from '@/lib/reporting/wilson'

/**
 * How sure we are that two percentages differ, from the interval of the difference itself. Made from
 * the counts as shown.
 */
export const certainty = (
  a: { numerator: number; denominator: number },
  b: { numerator: number; denominator: number },
): 'likely' | 'cannot-tell' | 'too-few' => {
  const [p, q] = [wilson(a.numerator, a.denominator), wilson(b.numerator, b.denominator)]
  if (p === 'not-calculable' || q === 'not-calculable' || Math.min(a.denominator, b.denominator) < 10)
    return 'too-few'
  const { lower, upper } = difference(p, q)
  return lower > 0 || upper < 0 ? 'likely' : 'cannot-tell'
}

export const certaintyWords = {
  likely: 'a real difference is likely',
  'cannot-tell': 'we cannot tell yet',
  'too-few': 'too few people to say',
} as const

const tooFew = 'Too few people to show fairly.'

/** The title of a chart: its finding, from published cells only. */
export const finding = (
  cells: readonly PublishedCell[],
  measure: MeasureKey,
  domain: Domain,
  shape: Shape,
): string => {
  if (shape === 'none') return tooFew
  const level = shape === 'tenth' ? 'fifth' : shape
  const row = cells.filter((c) => c.measure === measure && c.breakdown === domain && c.level === level)
  const most = row.find((c) => c.groupKey === (level === 'fifth' ? '1' : '1-2'))
  const least = row.find((c) => c.groupKey === (level === 'fifth' ? '5' : '3-5'))
  const all = cells.find((c) => c.measure === measure && c.breakdown === 'all')
  if (!most || !least) return tooFew
  const mostWords = level === 'fifth' ? 'the most deprived fifth' : 'the most deprived two fifths'
  const leastWords = level === 'fifth' ? 'the least deprived fifth' : 'the other three fifths'
  const of = measureOf(measure)
  if (!of.share) {
    if (most.numerator === null || all?.numerator == null) return tooFew
    return `About ${number(most.numerator)} of about ${number(all.numerator)} young people live in ${mostWords} of areas.`
  }
  if (most.percent === null || least.percent === null) return tooFew
  const sure = certainty(
    { numerator: most.numerator!, denominator: most.denominator! },
    { numerator: least.numerator!, denominator: least.denominator! },
  )
  return `${most.percent}% ${of.share} in ${mostWords} of areas, and ${least.percent}% in ${leastWords}: ${certaintyWords[sure]}.`
}

/** One row of a table as a sentence, for alternative text and screen readers. */
export const cellInWords = (cell: PublishedCell, group: string): string => {
  const of = measureOf(cell.measure)
  if (cell.numerator === null) return `${group}: hidden to protect privacy.`
  if (!of.share) return `${group}: about ${number(cell.numerator)}.`
  if (cell.percent === null || cell.denominator === null) return `${group}: hidden to protect privacy.`
  return `${group}: ${cell.percent}% (about ${number(cell.numerator)} of ${number(cell.denominator)}), likely between ${cell.lower}% and ${cell.upper}%.`
}

/** How much of the table has no known place, or null when it cannot be said. Above 20 % the chart carries a warning. */
export const placeNotKnown = (
  cells: readonly PublishedCell[],
  domain: Domain,
): { percent: number; words: string } | null => {
  const unknown = cells.find(
    (c) => c.measure === 'people' && c.breakdown === domain && c.groupKey === 'unknown',
  )
  const all = cells.find((c) => c.measure === 'people' && c.breakdown === 'all')
  if (unknown?.numerator == null || !all?.numerator) return null
  const percent = Math.round((100 * unknown.numerator) / all.numerator)
  const words = `The place was not known for ${percent}%.`
  return { percent, words: percent > 20 ? `${words} Read this with care.` : words }
}

export const chartTitle = (measure: MeasureKey, domain: Domain): string =>
  `${measureOf(measure).words}, by ${domains[domain]}`

const number = (value: number) => value.toLocaleString('en-GB')
