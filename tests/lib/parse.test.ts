import { describe, expect, test } from 'vitest'
import { reason } from '@/lib/access/break-glass'
import { cannotBeKept } from '@/lib/parse'

describe('text that no database keeps', () => {
  test('a NUL and half of a pair are found, in a field, in a list, inside a field and as its name', () => {
    expect(cannotBeKept({ words: 'before\u0000after', personId: 'x' })).toEqual(['words'])
    expect(cannotBeKept({ words: '\ud83d', tags: ['fine', '\udc00'] })).toEqual(['words', 'tags'])
    expect(cannotBeKept({ inside: { deep: ['\u0000'] } })).toEqual(['inside'])
    expect(cannotBeKept({ 'bad\u0000name': 'fine' })).toEqual(['form'])
    expect(cannotBeKept('\u0000')).toEqual(['form'])
  })

  test('everything people write is let through, and so is what is no text', () => {
    const written = ['“ok cool”', '👩‍👩‍👧‍👦', 'e\u0301', 'ﷺ', '\ufeff', 'עברית', '\t\r\n', '']
    expect(cannotBeKept({ written, no: null, nothing: undefined, on: new Date(), n: Number.NaN })).toEqual([])
    expect([undefined, null, 5, [], {}].flatMap(cannotBeKept)).toEqual([])
  })
})

test('ten letters of a reason are counted as people count them: five emoji are five', () => {
  expect(reason.safeParse('😀😀😀😀😀').success).toBe(false)
  expect(reason.safeParse('At the door').success).toBe(true)
})
