import { describe, expect, test } from 'vitest'
import { lastTwelveMonths, periodProblem, readPeriod } from '@/lib/reporting/period'
import { attribution, editionInWords, newestEdition } from '@/lib/reporting/source'

const today = '2026-11-22'

describe('a period', () => {
  test.each([
    ['a year', '2025-04-01', '2026-03-31'],
    ['a quarter', '2026-07-01', '2026-09-30'],
    ['three years', '2023-04-01', '2026-03-31'],
    ['ending in February of a leap year', '2023-12-01', '2024-02-29'],
  ])('may be %s', (_, from, to) => {
    expect(periodProblem({ from, to }, today)).toBeUndefined()
  })

  test.each([
    ['a day short, so that it can be subtracted from another', '2025-04-01', '2026-03-30', /whole months/],
    ['beginning within a month', '2025-04-02', '2026-03-31', /whole months/],
    ['the wrong way round', '2026-03-31', '2025-04-01', /ends after it begins/],
    ['not over yet', '2025-12-01', '2026-11-30', /not ended yet/],
    ['ending today', '2026-01-01', '2026-11-22', /whole months/],
    ['too short to protect anybody', '2026-08-01', '2026-09-30', /at least 3 months/],
    ['longer than three years', '2023-03-01', '2026-03-31', /at most 3 years/],
  ])('is never %s', (_, from, to, because) => {
    expect(periodProblem({ from, to }, today)).toMatch(because)
  })

  test('is read as it is typed, and anything else is met with an example', () => {
    expect(readPeriod('2025-04-01..2026-03-31', today)).toEqual({
      ok: true,
      period: { from: '2025-04-01', to: '2026-03-31' },
    })
    for (const typed of [
      '2025',
      '2025-04-01',
      '2025-04-01..2026-02-30',
      '2025-04-01..2026-03-31..2027-03-31',
      '',
    ])
      expect(readPeriod(typed, today)).toMatchObject({ ok: false, because: /Write it as/ })
  })

  test('of the last twelve months holds whole months that are over, also on the first day of one', () => {
    expect(lastTwelveMonths('2026-11-22')).toEqual({ from: '2025-11-01', to: '2026-10-31' })
    expect(lastTwelveMonths('2026-11-01')).toEqual({ from: '2025-11-01', to: '2026-10-31' })
    expect(lastTwelveMonths('2024-03-31')).toEqual({ from: '2023-03-01', to: '2024-02-29' })
    expect(periodProblem(lastTwelveMonths(today), today)).toBeUndefined()
  })
})

describe('where tenths come from', () => {
  test('is the newest real edition that is loaded; an invented place only where there is no other', () => {
    expect(newestEdition(['2019', '2025'])).toBe('2025')
    expect(newestEdition(['2019', 'invented'])).toBe('2019')
    expect(newestEdition(['invented'])).toBe('invented')
    expect(newestEdition([])).toBeUndefined()
  })
  test('is credited where the files are somebody’s, and an invented place credits nobody', () => {
    expect(attribution('2025')).toMatch(/Open Government Licence v3\.0.*Ministry of Housing/)
    expect(attribution('invented')).toBeUndefined()
    expect(editionInWords('invented')).toMatch(/invented/)
  })
})
