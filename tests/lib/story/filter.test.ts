import { describe, expect, test } from 'vitest'
import { daysLeftOut, daysTyped, readStoryFilter, type StoryFilter, storyAddress } from '@/lib/story/filter'

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
    { from: '2026-03-05', until: '2026-03-04' },
    { by: "' or 1=1" },
    { before: 'yesterday' },
    { before: `2026-02-31_2026-03-05T14:05:00.123456Z_${id}_` },
    { before: `2026-03-05_2026-13-05T14:05:00.123456Z_${id}_` },
  ]
  test.each(nonsense)('what makes no sense is left out: %o', (asked) => {
    expect(readStoryFilter(asked)).toEqual({})
  })

  const said: [string, Record<string, string>, string[]][] = [
    ['nothing about days that are real', { from: '2026-03-01', until: '2026-03-01' }, []],
    ['nothing where nothing was typed', { 'from-day': '', 'from-month': '', 'from-year': '' }, []],
    ['which day there is not', { from: '2026-02-31' }, ['From']],
    ['which boxes are half empty', { 'until-day': '4', 'until-month': '', 'until-year': '2026' }, ['Until']],
    ['both, where both are wrong', { from: 'May', until: '2026-13-01' }, ['From', 'Until']],
    ['that they are the wrong way round', { from: '2026-03-05', until: '2026-03-04' }, ['is after']],
  ]
  test.each(said)('says %s', (_, asked, words) => {
    const sentences = daysLeftOut(daysTyped(asked))
    expect(sentences).toHaveLength(words.length)
    for (const [at, word] of words.entries()) expect(sentences[at]).toContain(word)
  })

  test('keeps a wrong day as it was typed, and the other day in force', () => {
    const asked = { 'from-day': '31', 'from-month': '2', 'from-year': '2026', until: '2026-03-04' }
    expect(daysTyped(asked)).toEqual({ from: '2026-02-31', until: '2026-03-04' })
    expect(readStoryFilter(asked)).toEqual({ until: '2026-03-04' })
  })
})
