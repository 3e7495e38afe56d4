import { type Domain, domainKeys, fifth, groupInWords } from '@/lib/places/deprivation'
import { type Counts, counted, countedKeys, noCounts } from '@/lib/reporting/measures'

/** What was counted in one tenth of areas of one domain; 'unknown' where the place is not known or has no rank. */
export type CoreRow = { domain: Domain; decile: number | 'unknown'; counts: Counts }

export type Level = 'tenth' | 'fifth' | 'two-fifths'
export type Group = string

/** Groups of each level, most deprived first, in the keys used in published cells. 'unknown' stands beside every level. */
export const groupsOf: Record<Level, readonly Group[]> = {
  tenth: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
  fifth: ['1', '2', '3', '4', '5'],
  'two-fifths': ['1-2', '3-5'],
}

export const groupWords = (level: Level | 'all', group: Group): string => {
  if (group === 'all') return 'Everyone'
  if (group === 'unknown') return 'Place not known'
  const words =
    level === 'two-fifths'
      ? group === '1-2'
        ? 'most deprived two fifths'
        : 'other three fifths'
      : groupInWords(Number(group), level === 'tenth' ? 10 : 5)
  return words[0]!.toUpperCase() + words.slice(1)
}

export type Breakdown = Record<Level, Map<Group, Counts>> & { unknown: Counts; all: Counts }

/**
 * Adds the core counts up to tenths, fifths and two fifths, with "unknown" beside them.
 * @throws when the domains do not cover the same people: then something was lost on the way, and no table may be made
 */
export const breakdowns = (rows: readonly CoreRow[]): Map<Domain, Breakdown> => {
  const all = new Map<Domain, Breakdown>()
  for (const { domain, decile, counts } of rows) {
    const into = all.get(domain) ?? emptyBreakdown()
    all.set(domain, into)
    addTo(into.all, counts)
    if (decile === 'unknown') {
      addTo(into.unknown, counts)
      continue
    }
    const part = fifth(decile)
    addTo(into.tenth.get(String(decile))!, counts)
    addTo(into.fifth.get(String(part))!, counts)
    addTo(into['two-fifths'].get(part <= 2 ? '1-2' : '3-5')!, counts)
  }
  const [first, ...others] = [...all.values()]
  for (const other of others)
    for (const key of countedKeys)
      if (other.all[key] !== first!.all[key])
        throw new Error(`The domains do not add up to the same number: ${counted[key]}.`)
  return all
}

const emptyBreakdown = (): Breakdown => {
  const level = (of: Level) => new Map(groupsOf[of].map((group) => [group, noCounts()]))
  return {
    tenth: level('tenth'),
    fifth: level('fifth'),
    'two-fifths': level('two-fifths'),
    unknown: noCounts(),
    all: noCounts(),
  }
}

const addTo = (into: Counts, counts: Counts): void => {
  for (const key of countedKeys) into[key] += counts[key]
}

/** Rows with nothing counted, so that a domain with nobody in it still has its table. */
export const emptyRows = (): CoreRow[] =>
  domainKeys.map((domain) => ({ domain, decile: 'unknown' as const, counts: noCounts() }))
