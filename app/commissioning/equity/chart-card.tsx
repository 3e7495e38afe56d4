import { GroupBars } from '@/app/_ui/charts/group-bars'
import { Details } from '@/app/_ui/details'
import { Notice } from '@/app/_ui/notice'
import { inWords } from '@/lib/day'
import { type Domain, domains } from '@/lib/places/deprivation'
import { groupWords, type Level } from '@/lib/reporting/breakdowns'
import { levelsShown, type PublishedCell, shapeOf, tableOf } from '@/lib/reporting/equity'
import { type MeasureKey, measureOf } from '@/lib/reporting/measures'
import { periodInWords } from '@/lib/reporting/period'
import { hiddenInWords, hiddenNote } from '@/lib/reporting/protect'
import type { Release } from '@/lib/reporting/release'
import { editionInWords } from '@/lib/reporting/source'
import { compared, findingTitle, overall, placeNotKnown } from '@/lib/reporting/words'
import { downloadOf } from './address'
import { GroupTable, levelWords } from './group-table'
import { sureness } from './sureness'

type Props = {
  release: Release
  place: string
  cells: readonly PublishedCell[]
  measure: MeasureKey
  domain: Domain
}

/** One domain: the finding, what was counted, picture, sentence, tables, what is hidden, source. */
export function ChartCard({ release, place, cells, measure, domain }: Props) {
  const of = measureOf(measure)
  const shape = shapeOf(cells, measure, domain)
  const [finest, ...coarser] = levelsShown(shape)
  const missing = placeNotKnown(cells, domain)
  const shown = levelsShown(shape).flatMap((level) => tableOf(cells, measure, domain, level))
  return (
    <section className="fp-chart" id={domain} aria-labelledby={`${domain}-finding`}>
      {missing && missing.percent > 20 && <Notice kind="warning">{missing.words}</Notice>}
      <h2 className="fp-chart__title" id={`${domain}-finding`}>
        {findingTitle(cells, measure, domain, shape)}
      </h2>
      <p className="fp-chart__about">
        {of.counts(periodInWords(release), release.points)} {place}. {overall(cells, measure)}
      </p>
      {finest ? (
        <div className="fp-pair fp-pair--chart">
          <Picture cells={cells} measure={measure} domain={domain} level={finest} />
          <GroupTable cells={cells} measure={measure} domain={domain} level={finest} />
        </div>
      ) : (
        <p>
          Even the most deprived two fifths of areas against the rest would show figures about very few young
          people. A longer period may have enough.
        </p>
      )}
      {coarser.map((level) => (
        <Details key={level} summary={`The same by ${levelWords[level]}s of areas`}>
          <GroupTable cells={cells} measure={measure} domain={domain} level={level} />
        </Details>
      ))}
      {hiddenNote(shown, release.rule) && <p className="fp-chart__note">{hiddenNote(shown, release.rule)}</p>}
      <div className="fp-chart__foot">
        <span>
          Source: Footpath, {periodInWords(release)}, published {inWords(release.publishedOn)};{' '}
          {domains[domain]}, {editionInWords(release.edition)}.
        </span>
        <a href={downloadOf(measure)}>{of.words}, all domains (CSV)</a>
      </div>
    </section>
  )
}

type PictureProps = Pick<Props, 'cells' | 'measure' | 'domain'> & { level: Level }

/** Without the row of places not known: it is no step between most and least deprived, and stands in the table. */
function Picture({ cells, measure, domain, level }: PictureProps) {
  const of = measureOf(measure)
  const all = cells.find((cell) => cell.measure === measure && cell.breakdown === 'all')
  const { words, sure } = compared(cells, measure, domain, shapeOf(cells, measure, domain))
  const percent = all?.percent ?? null
  return (
    <GroupBars
      sentence={words}
      sentenceId={`${domain}-says`}
      certainty={sureness(sure)}
      rows={tableOf(cells, measure, domain, level)
        .filter((cell) => cell.groupKey !== 'unknown')
        .map((cell) => ({
          key: cell.groupKey,
          label: level === 'two-fifths' ? groupWords(level, cell.groupKey) : cell.groupKey,
          hidden: cell.hidden ? hiddenInWords[cell.hidden] : undefined,
          ...(of.share
            ? {
                value: cell.percent,
                said: `${cell.percent}%`,
                low: cell.lower ?? undefined,
                high: cell.upper ?? undefined,
              }
            : { value: cell.numerator }),
        }))}
      average={of.share && percent !== null ? { value: percent, label: `All ${percent}%` } : undefined}
      measure={of.share ? `percent ${of.share}` : 'young people'}
      unit={of.share ? '%' : ''}
      ends={level === 'two-fifths' ? undefined : ['Most deprived', 'Least deprived']}
    />
  )
}
