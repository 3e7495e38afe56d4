import type { ReactNode } from 'react'
import { type Row, Table } from '@/app/_ui/table'
import { type Domain, domains } from '@/lib/places/deprivation'
import { groupWords, type Level } from '@/lib/reporting/breakdowns'
import { type PublishedCell, tableOf } from '@/lib/reporting/equity'
import { counted, type MeasureKey, measureOf } from '@/lib/reporting/measures'
import { hiddenInWords } from '@/lib/reporting/protect'

export const levelWords: Record<Level, string> = { tenth: 'tenth', fifth: 'fifth', 'two-fifths': 'part' }

type Props = { cells: readonly PublishedCell[]; measure: MeasureKey; domain: Domain; level: Level }

/** Every figure of the picture and those that are not in it: the full alternative to looking. */
export function GroupTable({ cells, measure, domain, level }: Props) {
  const of = measureOf(measure)
  const rows = tableOf(cells, measure, domain, level)
  const everyone = cells.find((cell) => cell.measure === measure && cell.breakdown === 'all')
  const word = levelWords[level]
  return (
    <Table
      caption={`${of.words}, by ${word} of areas: ${domains[domain]}`}
      columns={[
        { header: word[0]!.toUpperCase() + word.slice(1) },
        { header: counted[of.numerator], number: true },
        ...(of.denominator
          ? [
              { header: 'Out of', number: true },
              { header: 'Share', number: true },
              { header: 'Likely between', number: true },
            ]
          : []),
      ]}
      rows={rows.map((cell) => rowOf(cell, named(level, cell.groupKey)))}
      foot={everyone && rowOf(everyone, groupWords('all', 'all'))}
    />
  )
}

const named = (level: Level, group: string): ReactNode => {
  const last = level === 'tenth' ? '10' : '5'
  if (level === 'two-fifths' || group === 'unknown') return groupWords(level, group)
  const end = group === '1' ? ' most deprived' : group === last ? ' least deprived' : undefined
  return (
    <>
      {group}
      {end && <span className="fp-quiet">{end}</span>}
    </>
  )
}

/** Where a figure is hidden, the words stand in its place and run over whatever would be worked out from it. */
const rowOf = (cell: PublishedCell, name: ReactNode): Row => {
  const key = `${cell.breakdown} ${cell.groupKey}`
  const { denominator } = measureOf(cell.measure)
  const hidden = hiddenInWords[cell.hidden ?? 'small']
  if (cell.numerator === null)
    return {
      key,
      cells: [name, cell.denominator === null ? hidden : `${hidden}, out of ${inDigits(cell.denominator)}`],
      span: true,
    }
  if (!denominator) return { key, cells: [name, inDigits(cell.numerator)] }
  if (cell.denominator === null) return { key, cells: [name, inDigits(cell.numerator), hidden], span: true }
  return {
    key,
    cells: [
      name,
      inDigits(cell.numerator),
      inDigits(cell.denominator),
      `${cell.percent}%`,
      `${cell.lower}% and ${cell.upper}%`,
    ],
  }
}

const inDigits = (count: number) => count.toLocaleString('en-GB')
