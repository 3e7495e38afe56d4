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
const noEnds = 'Too few people in the most or the least deprived areas to compare them.'

export type Finding = { words: string; sure: keyof typeof certaintyWords | null }

/** The two ends of a table, most and least deprived, at the level that is compared: fifths also where tenths are shown. */
const ends = (
  cells: readonly PublishedCell[],
  measure: MeasureKey,
  domain: Domain,
  shape: Exclude<Shape, 'none'>,
) => {
  const level = shape === 'two-fifths' ? shape : 'fifth'
  const row = cells.filter((c) => c.measure === measure && c.breakdown === domain && c.level === level)
  const [mostKey, leastKey] = level === 'fifth' ? ['1', '5'] : ['1-2', '3-5']
  return {
    most: row.find((c) => c.groupKey === mostKey),
    least: row.find((c) => c.groupKey === leastKey),
    mostWords: level === 'fifth' ? 'the most deprived fifth' : 'the most deprived two fifths',
    leastWords: level === 'fifth' ? 'the least deprived fifth' : 'the other three fifths',
  }
}

/** How the two ends compare, and how sure we are: from published cells only. A plain count has no certainty. */
export const compared = (
  cells: readonly PublishedCell[],
  measure: MeasureKey,
  domain: Domain,
  shape: Shape,
): Finding => {
  if (shape === 'none') return { words: tooFew, sure: 'too-few' }
  const { most, least, mostWords, leastWords } = ends(cells, measure, domain, shape)
  const of = measureOf(measure)
  if (!of.share) {
    const all = cells.find((c) => c.measure === measure && c.breakdown === 'all')
    return most?.numerator == null || all?.numerator == null
      ? { words: noEnds, sure: 'too-few' }
      : {
          words: `About ${number(most.numerator)} of about ${number(all.numerator)} young people live in ${mostWords} of areas.`,
          sure: null,
        }
  }
  if (most?.percent == null || least?.percent == null) return { words: noEnds, sure: 'too-few' }
  return {
    words: `${most.percent}% ${of.share} in ${mostWords} of areas, and ${least.percent}% in ${leastWords}.`,
    sure: certainty(
      { numerator: most.numerator!, denominator: most.denominator! },
      { numerator: least.numerator!, denominator: least.denominator! },
    ),
  }
}

/** The finding in one sentence, certainty included. */
export const finding = (
  cells: readonly PublishedCell[],
  measure: MeasureKey,
  domain: Domain,
  shape: Shape,
): string => {
  const { words, sure } = compared(cells, measure, domain, shape)
  return sure === null || words === tooFew || words === noEnds
    ? words
    : `${words.slice(0, -1)}: ${certaintyWords[sure]}.`
}

/** The finding as the title of a chart. It claims a difference only where one is likely. */
export const findingTitle = (
  cells: readonly PublishedCell[],
  measure: MeasureKey,
  domain: Domain,
  shape: Shape,
): string => {
  const name = domains[domain]
  const { sure } = compared(cells, measure, domain, shape)
  if (shape === 'none') return `${name}: too few people to show fairly`
  if (sure === 'too-few') return `${name}: too few people to compare the most and the least deprived areas`
  const { most, least, mostWords } = ends(cells, measure, domain, shape)
  const of = measureOf(measure)
  if (!of.shareNoun) {
    const all = cells.find((c) => c.measure === measure && c.breakdown === 'all')
    return `${name}: ${Math.round((100 * most!.numerator!) / all!.numerator!)}% live in ${mostWords} of areas`
  }
  if (sure === 'cannot-tell') return `${name}: we cannot tell yet whether ${of.shareNoun} differs`
  return `${name}: ${of.shareNoun} is ${most!.percent! < least!.percent! ? 'smaller' : 'larger'} in ${mostWords} of areas`
}

/** The figure for everyone, as a sentence. */
export const overall = (cells: readonly PublishedCell[], measure: MeasureKey): string => {
  const all = cells.find((c) => c.measure === measure && c.breakdown === 'all')
  const of = measureOf(measure)
  if (all?.numerator == null) return `${of.words}: too few people to show fairly.`
  if (!of.share) return `${of.words}: about ${number(all.numerator)}.`
  return all.percent === null || all.denominator === null
    ? `${of.words}: too few people to show fairly.`
    : `${all.percent}% ${of.share}: about ${number(all.numerator)} of ${number(all.denominator)}.`
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

const number = (value: number) => value.toLocaleString('en-GB')
