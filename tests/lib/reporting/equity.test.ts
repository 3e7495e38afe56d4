import { describe, expect, test } from 'vitest'
import { type Domain, domainKeys } from '@/lib/places/deprivation'
import { breakdowns, type CoreRow } from '@/lib/reporting/breakdowns'
import { rate } from '@/lib/reporting/byar'
import { equityTables, type PublishedCell } from '@/lib/reporting/equity'
import { type Counts, noCounts } from '@/lib/reporting/measures'
import { type Proportion, wilson } from '@/lib/reporting/wilson'
import { certainty, finding, placeNotKnown } from '@/lib/reporting/words'
import { readCsv, realData } from '../real-data'

const row = (domain: Domain, decile: CoreRow['decile'], counts: Partial<Counts>): CoreRow => ({
  domain,
  decile,
  counts: { ...noCounts(), ...counts },
})

/** The same counts in every tenth of the overall index, and some without a place. */
const even = (counts: Partial<Counts>, unknown: Partial<Counts> = counts): CoreRow[] => [
  ...Array.from({ length: 10 }, (_, i) => row('imd', i + 1, counts)),
  row('imd', 'unknown', unknown),
]
const shape = (rows: CoreRow[], measure: 'people' | 'accepted' | 'moved-up' = 'people') =>
  equityTables(rows).shapes.get(measure)!.get('imd')
const inTable = (cells: readonly PublishedCell[], measure: string, level: string) =>
  cells.filter((c) => c.measure === measure && c.level === level && c.breakdown === 'imd')

describe('equity tables', () => {
  test('tenths add up to fifths and to everyone, with "place not known" beside them', () => {
    const table = breakdowns(even({ people: 3 })).get('imd')!
    expect(table.fifth.get('1')?.people).toBe(6)
    expect(table['two-fifths'].get('1-2')?.people).toBe(12)
    expect(table.unknown.people).toBe(3)
    expect(table.all.people).toBe(33)
  })
  test('every domain covers the same people, or no table is made', () => {
    expect(() => breakdowns([row('imd', 1, { people: 3 }), row('crime', 1, { people: 2 })])).toThrow(
      /same number/,
    )
  })

  test('tenths give way to fifths, fifths to two fifths against the rest, and those to "not enough people"', () => {
    expect(shape(even({ people: 10 }))).toBe('tenth')
    expect(shape(even({ people: 4 }))).toBe('fifth')
    expect(shape(even({ people: 2 }))).toBe('two-fifths')
    expect(shape(even({ people: 1 }))).toBe('none')
    expect(finding(equityTables(even({ people: 1 })).cells, 'people', 'imd', 'none')).toBe(
      'Too few people to show fairly.',
    )
  })
  test('at most two tenths may be missing', () => {
    const rows = (small: number) =>
      Array.from({ length: 10 }, (_, i) => row('imd', i + 1, { people: i < small ? 3 : 20 }))
    expect(shape(rows(2))).toBe('tenth')
    expect(shape(rows(3))).not.toBe('tenth')
  })
  test('each measure has its own level: a service may show whom it reaches before it can show whose goals move', () => {
    const rows = even({ people: 30, referrals: 30, accepted: 15, rated: 6, movedUp: 3 })
    expect(shape(rows, 'people')).toBe('tenth')
    expect(shape(rows, 'accepted')).toBe('tenth')
    expect(shape(rows, 'moved-up')).toBe('fifth')
  })
  test('a group with nobody left over is hidden, not shown as 100 %', () => {
    const all = even({ referrals: 40, accepted: 20 })
    all[0] = row('imd', 1, { referrals: 20, accepted: 20 })
    const first = inTable(equityTables(all).cells, 'accepted', 'tenth')[0]
    expect(first).toMatchObject({ numerator: null, denominator: 20, percent: null, hidden: 'small' })
  })
  test('true counts are nowhere in what is published', () => {
    const { cells } = equityTables(even({ people: 33, referrals: 47, accepted: 23, rated: 38, movedUp: 17 }))
    for (const cell of cells)
      for (const count of [cell.numerator, cell.denominator]) if (count !== null) expect(count % 5).toBe(0)
    expect(inTable(cells, 'accepted', 'tenth')[0]).toMatchObject({
      numerator: 25,
      denominator: 45,
      percent: 56,
    })
  })
  test('a place not known is one row, whatever the domain, and counts as no gap', () => {
    const rows = domainKeys.flatMap((domain) => [
      ...Array.from({ length: 10 }, (_, i) => row(domain, i + 1, { people: 20 })),
      row(domain, 'unknown', { people: 3 }),
    ])
    const { cells, shapes } = equityTables(rows)
    expect([...shapes.get('people')!.values()]).toEqual(domainKeys.map(() => 'tenth'))
    const unknown = cells.filter((c) => c.measure === 'people' && c.groupKey === 'unknown')
    expect(new Set(unknown.map((c) => c.hidden))).toEqual(new Set(['small']))
  })
})

describe('sentences', () => {
  test('say what was found, and how sure we are, from the interval of the difference', () => {
    expect(certainty({ numerator: 50, denominator: 100 }, { numerator: 20, denominator: 100 })).toBe('likely')
    expect(certainty({ numerator: 50, denominator: 100 }, { numerator: 45, denominator: 100 })).toBe(
      'cannot-tell',
    )
    expect(certainty({ numerator: 1, denominator: 5 }, { numerator: 45, denominator: 100 })).toBe('too-few')
  })
  test('are written from the published cells', () => {
    const rows = even({ people: 30, referrals: 100, accepted: 60 })
    for (const i of [0, 1]) rows[i] = row('imd', i + 1, { people: 90, referrals: 100, accepted: 30 })
    const { cells, shapes } = equityTables(rows)
    const at = shapes.get('accepted')!.get('imd')!
    expect(finding(cells, 'accepted', 'imd', at)).toBe(
      '30% of referrals were accepted in the most deprived fifth of areas, and 60% in the least deprived fifth: a real difference is likely.',
    )
    expect(finding(cells, 'people', 'imd', at)).toBe(
      'About 180 of about 450 young people live in the most deprived fifth of areas.',
    )
    expect(placeNotKnown(cells, 'imd')).toEqual({ percent: 7, words: 'The place was not known for 7%.' })
    expect(inTable(cells, 'accepted', 'fifth')[0]).toMatchObject({
      ...{ numerator: 60, denominator: 200, percent: 30, lower: 24, upper: 37 },
    })
  })
})

realData('3,360 referrals at real postcodes', () => {
  const core = (): CoreRow[] => {
    const places = new Map(
      readCsv('oracles/equality_end_to_end/lookup_expected.csv').map((r) => [r.referral_id, r]),
    )
    const raw = readCsv('oracles/equality_end_to_end/referrals_raw.csv').sort((a, b) =>
      `${a.referral_date} ${a.referral_id}` < `${b.referral_date} ${b.referral_id}` ? -1 : 1,
    )
    const met = new Set<string>()
    return raw.flatMap((referral) => {
      const isFirst = !met.has(referral.person_id!)
      met.add(referral.person_id!)
      const place = places.get(referral.referral_id)!
      return domainKeys.map((domain) =>
        row(domain, Number(place[`${domain}_decile`]) || 'unknown', {
          people: isFirst ? 1 : 0,
          referrals: 1,
          accepted: Number(referral.accepted),
        }),
      )
    })
  }

  test('give every count of the independent breakdown, before protection, and its limits', () => {
    const tables = breakdowns(core())
    const expected = readCsv('oracles/equality_end_to_end/breakdown_expected.csv')
    const levels = { decile: 'tenth', quintile: 'fifth' } as const
    for (const want of expected) {
      const table = tables.get(want.domain as Domain)!
      const got =
        want.group === 'unknown' ? table.unknown : table[levels[want.grouping as 'decile']].get(want.group!)!
      expect([want.domain, want.group, got.people, got.referrals, got.accepted]).toEqual([
        want.domain,
        want.group,
        Number(want.n_persons),
        Number(want.n_referrals),
        Number(want.n_accepted),
      ])
      if (want.group === 'unknown') continue
      const accepted = wilson(got.accepted, got.referrals) as Proportion
      expect(100 * accepted.lower).toBeCloseTo(Number(want.accept_lower95), 6)
      expect(100 * accepted.upper).toBeCloseTo(Number(want.accept_upper95), 6)
      const reach = rate(got.people, Number(want.population_0_17), 1000) as Proportion
      expect(reach.value).toBeCloseTo(Number(want.rate_per_1000), 6)
      expect(reach.lower).toBeCloseTo(Number(want.rate_lower95), 6)
      expect(reach.upper).toBeCloseTo(Number(want.rate_upper95), 6)
    }
    expect(expected).toHaveLength(153)
  })

  test('are protected together: only small groups, and those with few left over, are hidden', () => {
    const { cells, shapes } = equityTables(core())
    expect([...shapes.get('people')!.values()]).toEqual(domainKeys.map(() => 'tenth'))
    expect([...shapes.get('accepted')!.values()]).toEqual(domainKeys.map(() => 'tenth'))
    expect([...shapes.get('moved-up')!.values()]).toEqual(domainKeys.map(() => 'none'))
    const small = readCsv('oracles/equality_end_to_end/breakdown_expected.csv')
      .filter((r) => Number(r.n_accepted) < 5 || Number(r.n_referrals) - Number(r.n_accepted) < 5)
      .map((r) => `${r.domain} ${r.grouping === 'decile' ? 'tenth' : 'fifth'} ${r.group}`)
    const hidden = cells
      .filter((c) => c.measure === 'accepted' && c.hidden)
      .map((c) => `${c.breakdown} ${c.level} ${c.groupKey}`)
    expect(hidden.sort()).toEqual(small.sort())
    expect(cells.filter((c) => c.measure === 'people' && c.hidden)).toEqual([])
  })
})
