import { describe, expect, test } from 'vitest'
import type { CoreRow } from '@/lib/reporting/breakdowns'
import { downloadRows } from '@/lib/reporting/download'
import { equityTables, type PublishedCell, shapeOf } from '@/lib/reporting/equity'
import { type Counts, noCounts } from '@/lib/reporting/measures'
import type { Release } from '@/lib/reporting/release'
import { compared, findingTitle, overall } from '@/lib/reporting/words'

const table = (of: (tenth: number) => Partial<Counts>): PublishedCell[] =>
  equityTables([
    ...Array.from(
      { length: 10 },
      (_, i): CoreRow => ({
        domain: 'crime',
        decile: i + 1,
        counts: { ...noCounts(), ...of(i + 1) },
      }),
    ),
    { domain: 'crime', decile: 'unknown', counts: noCounts() },
  ]).cells
const titleOf = (cells: PublishedCell[], measure: 'people' | 'accepted' | 'moved-up') =>
  findingTitle(cells, measure, 'crime', shapeOf(cells, measure, 'crime'))

describe('the title of a chart', () => {
  test.each([
    [
      'a clear difference down',
      30,
      60,
      'Crime: the share of referrals accepted is smaller in the most deprived fifth of areas',
    ],
    [
      'a clear difference up',
      60,
      30,
      'Crime: the share of referrals accepted is larger in the most deprived fifth of areas',
    ],
    [
      'a difference that may be chance',
      50,
      53,
      'Crime: we cannot tell yet whether the share of referrals accepted differs',
    ],
    ['no difference', 50, 50, 'Crime: we cannot tell yet whether the share of referrals accepted differs'],
  ])('says of %s no more than is known', (_, most, least, title) => {
    const cells = table((tenth) => ({ people: 100, referrals: 100, accepted: tenth <= 2 ? most : least }))
    expect(titleOf(cells, 'accepted')).toBe(title)
  })
  test('of a plain count says the part of everyone, from the counts as shown', () => {
    const cells = table((tenth) => ({ people: tenth <= 2 ? 41 : 19, referrals: 50, accepted: 25 }))
    // 82 and 234 are shown as 80 and 235.
    expect(titleOf(cells, 'people')).toBe('Crime: 34% live in the most deprived fifth of areas')
    expect(overall(cells, 'people')).toBe('Young people referred to us: about 235.')
    expect(compared(cells, 'people', 'crime', 'tenth').sure).toBeNull()
  })
  test('of very few people says that, and nothing else', () => {
    const cells = table(() => ({ people: 1, referrals: 1, accepted: 1 }))
    expect(titleOf(cells, 'people')).toBe('Crime: too few people to show fairly')
    expect(titleOf(cells, 'moved-up')).toBe('Crime: too few people to show fairly')
    expect(overall(cells, 'moved-up')).toBe('Goals that moved up: too few people to show fairly.')
  })
  test('where one end is hidden makes no comparison', () => {
    const cells = table((tenth) => ({
      people: tenth <= 2 ? 2 : 40,
      referrals: tenth <= 2 ? 2 : 40,
      accepted: tenth <= 2 ? 1 : 20,
    }))
    expect(titleOf(cells, 'accepted')).toBe(
      'Crime: too few people to compare the most and the least deprived areas',
    )
  })
})

test('the download begins with the rules, and has the tables row for row with no other figure', () => {
  const cells = table((tenth) => ({
    people: tenth === 1 ? 3 : 47,
    referrals: tenth === 1 ? 3 : 47,
    accepted: tenth === 1 ? 1 : 33,
  }))
  const release: Release = {
    id: 'r',
    from: '2025-04-01',
    to: '2026-03-31',
    edition: '2019',
    domains: ['crime'],
    rule: { limit: 5, roundTo: 5 },
    publishedOn: '2026-05-12',
    points: '3',
  }
  const rows = downloadRows(release, 'Estuary', 'accepted', cells)
  const text = rows.map((row) => row.join('|')).join('\n')
  expect(rows[0]).toEqual(['Referrals accepted, by domain of deprivation'])
  expect(text).toMatch(/Counts below 5 are hidden and others are rounded to the nearest 5/)
  expect(text).toMatch(/Open Government Licence/)
  expect(text).toContain('Crime|tenth|Most deprived tenth|||||')
  expect(text).toContain('Crime|tenth|Second most deprived tenth|35|45|78|64|87|')
  const accepted = cells.filter((cell) => cell.measure === 'accepted')
  const header = rows.findIndex((row) => row[0] === 'Domain')
  expect(rows.slice(header + 1)).toHaveLength(accepted.length)
  expect(downloadRows(release, 'Estuary', 'people', cells).find((row) => row[0] === 'Domain')).toEqual([
    'Domain',
    'Table',
    'Group',
    'Young people referred',
    'Hidden because',
  ])
})
