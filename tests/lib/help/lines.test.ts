import { describe, expect, test } from 'vitest'
import { helpLineForm, nationalLines, needsChecking, reachedBy } from '@/lib/help/lines'

const line = {
  name: 'Shout',
  words: '',
  hours: 'Any time',
  kind: 'phone',
  contact: '0800 1111',
  position: '1',
  checkedOn: '2026-11-01',
}

describe('help lines', () => {
  test('a line nobody checked for six months has to be checked again, from the day', () => {
    expect(needsChecking('2026-05-22', '2026-11-21')).toBe(false)
    expect(needsChecking('2026-05-22', '2026-11-22')).toBe(true)
  })

  test('what the button says is what is dialled', () => {
    expect(reachedBy({ kind: 'phone', contact: '0800 1111', textWord: '' })).toEqual({
      say: 'Call 0800 1111',
      href: 'tel:08001111',
    })
    expect(reachedBy({ kind: 'text', contact: '85258', textWord: 'SHOUT' })).toEqual({
      say: 'Text SHOUT to 85258',
      href: 'sms:85258',
    })
  })

  test('a number that cannot be rung and a page that is no page are not kept', () => {
    const wrong = (more: object) => helpLineForm.safeParse({ ...line, ...more }).success
    expect(wrong({})).toBe(true)
    for (const more of [
      { contact: 'ring me' },
      { contact: '12' },
      { kind: 'web' },
      { kind: 'web', contact: 'http://example.org' },
      { kind: 'web', contact: 'javascript:alert(1)' },
      { kind: 'fax' },
      { textWord: 'HELLO' },
      { checkedOn: '' },
      { position: '0' },
    ])
      expect([more, wrong(more)]).toEqual([more, false])
  })

  test('the national lines would be kept as they are', () => {
    for (const one of nationalLines)
      expect(helpLineForm.safeParse({ ...one, position: 1, checkedOn: '2026-11-01' }).success).toBe(true)
  })
})
