import { describe, expect, test } from 'vitest'
import { readStoryFilter, type StoryFilter, storyAddress } from '@/lib/story/filter'

const id = '0190b3a0-1111-7000-8000-000000000001'
const before = { on: '2026-03-05', at: '2026-03-05T14:05:00.123456Z', id, what: 'step-done' }

describe('what of the story is asked for', () => {
  const filters: StoryFilter[] = [
    {},
    { kind: 'note' },
    { from: '2026-03-01', until: '2026-03-31' },
    { kind: 'meeting', by: id, before },
    { before: { ...before, what: '' } },
  ]
  test.each(filters)('stands in the address, and comes back from it: %o', (filter) => {
    const asked = Object.fromEntries(new URL(storyAddress('http://x/story', filter)).searchParams)
    expect(readStoryFilter(asked)).toEqual(filter)
  })

  test('is read from the three boxes of a form without script', () => {
    const boxes = {
      'from-day': '1',
      'from-month': '3',
      'from-year': '2026',
      'until-day': '',
      'until-month': '',
      'until-year': '',
    }
    expect(readStoryFilter({ ...boxes, kind: '', by: '' })).toEqual({ from: '2026-03-01' })
  })

  const nonsense: Record<string, string | string[]>[] = [
    { kind: 'everything' },
    { kind: ['note', 'rating'] },
    { from: '2026-02-31' },
    { 'from-day': '31', 'from-month': '2', 'from-year': '2026' },
    { by: "' or 1=1" },
    { before: 'yesterday' },
    { before: `2026-02-31_2026-03-05T14:05:00.123456Z_${id}_` },
    { before: `2026-03-05_2026-13-05T14:05:00.123456Z_${id}_` },
  ]
  test.each(nonsense)('what makes no sense is left out: %o', (asked) => {
    expect(readStoryFilter(asked)).toEqual({})
  })
})
