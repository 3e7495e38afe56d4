import { type Domain, fifth } from '@/lib/places/deprivation'
import {
  type Breakdown,
  breakdowns,
  type CoreRow,
  type Group,
  groupsOf,
  type Level,
} from '@/lib/reporting/breakdowns'
import {
  type Counted,
  type Counts,
  countedKeys,
  type Measure,
  type MeasureKey,
  measureKeys,
  measureOf,
  noCounts,
} from '@/lib/reporting/measures'
import { type Figure, figure, type Link, protect } from '@/lib/reporting/protect'
import { type RoundingRule, usualRule } from '@/lib/reporting/round'

/** One row of a published table. Nothing else leaves the process that counts. */
export type PublishedCell = Figure & {
  measure: MeasureKey
  breakdown: Domain | 'all'
  level: Level | 'all'
  groupKey: Group
  /** place in the table, from 0 */
  position: number
}

/** The finest level that may be shown for a measure and domain; 'none' is "not enough people". */
export type Shape = Level | 'none'

export type Equity = {
  cells: PublishedCell[]
  shapes: Map<MeasureKey, Map<Domain, Shape>>
}

/** Finer tables with more gaps than this give way to the next coarser ones. */
const gapsAllowed: Record<Level, number> = { tenth: 2, fifth: 1, 'two-fifths': 0 }

const coarser: Record<Level, Shape> = { tenth: 'fifth', fifth: 'two-fifths', 'two-fifths': 'none' }

/** With tenths the fifths are shown too; two fifths stand alone. */
const levelsOf: Record<Shape, readonly Level[]> = {
  tenth: ['tenth', 'fifth'],
  fifth: ['fifth'],
  'two-fifths': ['two-fifths'],
  none: [],
}

/**
 * All equity tables of a release, protected together. Tenths become fifths, fifths the most deprived two fifths against the rest, and
 * those "not enough people", until what is left has few enough gaps to be read.
 */
export const equityTables = (rows: readonly CoreRow[], rule: RoundingRule = usualRule): Equity => {
  const tables = breakdowns(rows)
  const shapes = new Map(
    measureKeys.map((measure) => [
      measure,
      new Map(
        [...tables].map(([domain, table]): [Domain, Shape] => [domain, finestFor(table, measure, rule)]),
      ),
    ]),
  )
  for (;;) {
    const cells = protectAll(tables, shapes, rule)
    let merged = false
    for (const measure of measureKeys)
      for (const [domain, shape] of shapes.get(measure)!) {
        if (shape === 'none') continue
        const tooMany = levelsOf[shape].some(
          (level) => gapsIn(cells, measure, domain, level) > gapsAllowed[level],
        )
        if (!tooMany) continue
        shapes.get(measure)!.set(domain, coarser[shape])
        merged = true
      }
    if (!merged) return { cells, shapes }
  }
}

/**
 * The finest level whose small numbers alone leave few enough gaps. Protection can only hide more, so anything finer would give
 * way anyway; asking it about tables that are mostly gaps takes longest and helps nobody.
 */
const finestFor = (table: Breakdown, measure: MeasureKey, rule: RoundingRule): Shape => {
  const { numerator, denominator } = measureOf(measure)
  const isGap = (counts: Counts) =>
    counts[numerator] < rule.limit ||
    (denominator !== undefined && counts[denominator] - counts[numerator] < rule.limit)
  let shape: Shape = 'tenth'
  while (shape !== 'none') {
    const fits = levelsOf[shape].every(
      (level) => [...table[level].values()].filter(isGap).length <= gapsAllowed[level],
    )
    if (fits) break
    shape = coarser[shape]
  }
  return shape
}

/** "Place not known" is a row of its own and no gap in the picture. */
const gapsIn = (cells: readonly PublishedCell[], measure: MeasureKey, domain: Domain, level: Level): number =>
  cells.filter(
    (cell) =>
      cell.measure === measure &&
      cell.breakdown === domain &&
      cell.level === level &&
      cell.groupKey !== 'unknown' &&
      cell.hidden !== null,
  ).length

const protectAll = (
  tables: ReadonlyMap<Domain, Breakdown>,
  shapes: ReadonlyMap<MeasureKey, ReadonlyMap<Domain, Shape>>,
  rule: RoundingRule,
): PublishedCell[] => {
  const counts: Record<string, number> = {}
  const links: Link[] = []
  const cells: Omit<PublishedCell, keyof Figure>[] = []
  const keyOf = (group: string, key: Counted) => `${key} ${group}`
  const share = ({ numerator, denominator }: Measure, group: string) => {
    if (denominator)
      links.push({ kind: 'share', part: keyOf(group, numerator), of: keyOf(group, denominator) })
  }
  const used = ({ numerator, denominator }: Measure) => (denominator ? [numerator, denominator] : [numerator])

  const everyone = tables.values().next().value?.all ?? noCounts()
  for (const measure of measureKeys) {
    const of = measureOf(measure)
    for (const key of used(of)) counts[keyOf('all', key)] = everyone[key]
    share(of, 'all')
    cells.push({ measure, breakdown: 'all', level: 'all', groupKey: 'all', position: 0 })
  }

  const unknownNames = nameUnknowns(tables)
  const linked = new Set<string>()
  for (const measure of measureKeys) {
    const of = measureOf(measure)
    for (const [domain, shape] of shapes.get(measure)!) {
      const table = tables.get(domain)!
      const unknown = unknownNames.get(domain)!
      for (const level of levelsOf[shape]) {
        const groups = [...table[level]].map(([group, value]) => ({
          group,
          value,
          name: `${domain} ${level} ${group}`,
        }))
        groups.push({ group: 'unknown', value: table.unknown, name: unknown })
        groups.forEach(({ group, value, name }, position) => {
          for (const key of used(of)) counts[keyOf(name, key)] = value[key]
          if (!linked.has(`${measure} ${name}`)) share(of, name)
          linked.add(`${measure} ${name}`)
          cells.push({ measure, breakdown: domain, level, groupKey: group, position })
        })
        for (const key of used(of)) {
          const sum = `${domain} ${level} ${key}`
          if (linked.has(sum)) continue
          linked.add(sum)
          if (level !== 'tenth')
            links.push({
              kind: 'adds-up',
              whole: keyOf('all', key),
              parts: groups.map(({ name }) => keyOf(name, key)),
            })
          else
            for (const part of groupsOf.fifth)
              links.push({
                kind: 'adds-up',
                whole: keyOf(`${domain} fifth ${part}`, key),
                parts: groupsOf.tenth
                  .filter((tenth) => fifth(Number(tenth)) === Number(part))
                  .map((tenth) => keyOf(`${domain} tenth ${tenth}`, key)),
              })
        }
      }
    }
  }

  // Anybody can work out that people are no more than their referrals, wherever both are counted at the same place.
  for (const less of Object.keys(counts).filter((key) => key.startsWith('people '))) {
    const more = less.replace('people', 'referrals')
    if (counts[less]! <= (counts[more] ?? -1)) links.push({ kind: 'at-most', less, more })
  }

  const shown = protect(counts, links, rule)
  const nameOf = (cell: (typeof cells)[number]) =>
    cell.breakdown === 'all'
      ? 'all'
      : cell.groupKey === 'unknown'
        ? unknownNames.get(cell.breakdown)!
        : `${cell.breakdown} ${cell.level} ${cell.groupKey}`
  return cells.map((cell) => {
    const { numerator, denominator } = measureOf(cell.measure)
    const name = nameOf(cell)
    return { ...cell, ...figure(shown, keyOf(name, numerator), denominator && keyOf(name, denominator)) }
  })
}

/**
 * Somebody whose place is not known is unknown in every domain, so these are one and the same count and must be shown or hidden
 * as one. Where a domain has more unknowns than another (an edition without its ranks) it has a count of its own.
 */
const nameUnknowns = (tables: ReadonlyMap<Domain, Breakdown>): Map<Domain, string> => {
  const names = new Map<string, string>()
  return new Map(
    [...tables].map(([domain, { unknown }]): [Domain, string] => {
      const fingerprint = countedKeys.map((key) => unknown[key]).join(' ')
      const name = names.get(fingerprint) ?? `${domain} unknown`
      names.set(fingerprint, name)
      return [domain, name]
    }),
  )
}

/** The finest level that was published for a measure and domain. */
export const shapeOf = (cells: readonly PublishedCell[], measure: MeasureKey, domain: Domain): Shape =>
  (['tenth', 'fifth', 'two-fifths'] as const).find((level) =>
    cells.some((c) => c.measure === measure && c.breakdown === domain && c.level === level),
  ) ?? 'none'

/** The rows of one published table, in order. */
export const tableOf = (
  cells: readonly PublishedCell[],
  measure: MeasureKey,
  domain: Domain,
  level: Level,
): PublishedCell[] =>
  cells
    .filter((c) => c.measure === measure && c.breakdown === domain && c.level === level)
    .sort((a, b) => a.position - b.position)

/** The tables shown for a shape, finest first. */
export const levelsShown = (shape: Shape): readonly Level[] => levelsOf[shape]
