import { describe, expect, test } from 'vitest'
import { decile, domains, editions, fifth, groupInWords, sevenDomains } from '@/lib/places/deprivation'
import { placeInVintage } from '@/lib/places/postcode'
import { readCsv, realData } from '../real-data'

describe('deprivation', () => {
  test('rule 36: 2025 ranks 3375, 3376, 6751, 6752 and 33755 are in tenths 1, 2, 2, 3 and 10', () => {
    expect([3375, 3376, 6751, 6752, 33755].map((rank) => decile(rank, editions['2025'].areas))).toEqual([
      1, 2, 2, 3, 10,
    ])
  })
  test('rule 37: 2019 ranks 3284, 3285 and 32844 are in tenths 1, 2 and 10', () => {
    expect([3284, 3285, 32844].map((rank) => decile(rank, editions['2019'].areas))).toEqual([1, 2, 10])
  })
  test('rule 38: tenths 1 and 2 are fifth 1; 3 is fifth 2; 9 and 10 are fifth 5', () => {
    expect([1, 2, 3, 9, 10].map(fifth)).toEqual([1, 1, 2, 5, 5])
  })
  test('rule 39: a 2011 area is never joined to the 2025 edition without a look-up', () => {
    // The same code may be another piece of land: without the 2021 area there is no place of 2025, never a wrong one.
    const file = (lsoa2021: string | null) => () => ({
      pcds: 'CM8 2AB',
      terminated: null,
      country: 'E92000001',
      lsoa2011: 'E01000001',
      lsoa2021,
    })
    const { vintage } = editions['2025']
    expect(placeInVintage('CM8 2AB', file(null), vintage)).toMatchObject({
      status: 'needs-newer-file',
      lsoa: null,
    })
    expect(placeInVintage('CM8 2AB', file('E01000009'), vintage)).toMatchObject({ lsoa: 'E01000009' })
  })
  test('rule 40: a rank that is none is refused, not put in a tenth', () => {
    expect(() => decile(0, 32844)).toThrow(RangeError)
    expect(() => decile(32845, 32844)).toThrow(RangeError)
    expect(() => fifth(0)).toThrow(RangeError)
  })
  test('there are seven domains beside the overall index and the children’s index', () => {
    expect(Object.keys(sevenDomains)).toEqual([
      'income',
      'employment',
      'education',
      'health',
      'crime',
      'housing',
      'environment',
    ])
    expect(Object.keys(domains)).toHaveLength(9)
  })
  test('groups are said of areas, from both ends', () => {
    expect([1, 2, 3, 4, 5].map((g) => groupInWords(g, 5))).toEqual([
      'most deprived fifth',
      'second most deprived fifth',
      'middle fifth',
      'second least deprived fifth',
      'least deprived fifth',
    ])
    expect([1, 5, 6, 10].map((g) => groupInWords(g, 10))).toEqual([
      'most deprived tenth',
      'fifth most deprived tenth',
      'fifth least deprived tenth',
      'least deprived tenth',
    ])
  })
})

realData('the published files', () => {
  test.each([
    [
      '2019',
      'imd/iod2019_lsoa11.csv.gz',
      ['imd', 'income', 'employment', 'education', 'health', 'crime', 'housing', 'environment', 'idaci'],
    ],
    [
      '2025',
      'imd/iod2025_lsoa21.csv.gz',
      ['imd', 'income', 'employment', 'education', 'health', 'crime', 'housing', 'environment'],
    ],
  ] as const)('every published tenth of %s is the tenth of its rank', (edition, file, keys) => {
    const rows = readCsv(file)
    const { areas } = editions[edition]
    expect(rows).toHaveLength(areas)
    let wrong = 0
    for (const row of rows)
      for (const key of keys)
        if (decile(Number(row[`${key}_rank`]), areas) !== Number(row[`${key}_decile`])) wrong++
    expect(wrong).toBe(0)
  })
})
