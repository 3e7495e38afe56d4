import { inWords } from '@/lib/day'
import { domains } from '@/lib/places/deprivation'
import { groupWords } from '@/lib/reporting/breakdowns'
import { levelsShown, type PublishedCell, shapeOf, tableOf } from '@/lib/reporting/equity'
import { counted, type MeasureKey, measureOf } from '@/lib/reporting/measures'
import { periodInWords } from '@/lib/reporting/period'
import { hiddenInWords, ruleInWords } from '@/lib/reporting/protect'
import type { Release } from '@/lib/reporting/release'
import { attribution, editionInWords } from '@/lib/reporting/source'

/** Every table of one measure as it is on the page, row for row, with the rules in the first lines. */
export const downloadRows = (
  release: Release,
  place: string,
  measure: MeasureKey,
  cells: readonly PublishedCell[],
): (string | number)[][] => {
  const of = measureOf(measure)
  const period = periodInWords(release)
  const credit = attribution(release.edition)
  const row = (where: string, level: string, group: string, cell: PublishedCell) => [
    where,
    level,
    group,
    cell.numerator ?? '',
    ...(of.denominator
      ? [cell.denominator ?? '', cell.percent ?? '', cell.lower ?? '', cell.upper ?? '']
      : []),
    cell.hidden ? hiddenInWords[cell.hidden] : '',
  ]
  const everyone = cells.find((cell) => cell.measure === measure && cell.breakdown === 'all')
  return [
    [`${of.words}, by domain of deprivation`],
    [`${place}, ${period}, published ${inWords(release.publishedOn)}`],
    [of.counts(period, release.points)],
    [ruleInWords(release.rule)],
    ['An empty figure is hidden, never zero. The last column says why.'],
    [`Tenths and fifths of areas: ${editionInWords(release.edition)}. 1 is the most deprived.`],
    ...(credit ? [[credit]] : []),
    [],
    [
      'Domain',
      'Table',
      'Group',
      counted[of.numerator],
      ...(of.denominator ? [counted[of.denominator], 'Percent', 'Likely from', 'Likely to'] : []),
      'Hidden because',
    ],
    ...(everyone ? [row('All', 'all', groupWords('all', 'all'), everyone)] : []),
    ...release.domains.flatMap((domain) =>
      levelsShown(shapeOf(cells, measure, domain)).flatMap((level) =>
        tableOf(cells, measure, domain, level).map((cell) =>
          row(domains[domain], level, groupWords(level, cell.groupKey), cell),
        ),
      ),
    ),
  ]
}
