import { describe, expect, test } from 'vitest'
import { notReached, outdated, pauseBefore } from '@/app/_ui/form-sending'
import { differing } from '@/app/_ui/form-values'
import { firstLook, standingAt } from '@/app/_ui/session/session-clock'

describe('a form that did not get through', () => {
  test('is tried again soon, then less often, and never gives up waiting longer than half a minute', () => {
    expect([1, 2, 3, 4, 5, 6, 60].map(pauseBefore)).toEqual([
      1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000,
    ])
  })

  test('is told from one that our own server could not handle, which is not sent again and again', () => {
    expect(notReached(new TypeError('Failed to fetch'))).toBe(true)
    // A proxy’s page in the place of ours, and an answer cut short by a restart.
    expect(notReached(new Error('An unexpected response was received from the server.'))).toBe(true)
    expect(notReached(new Error('Connection closed.'))).toBe(true)
    expect(notReached(Object.assign(new Error('Server error'), { digest: '1234' }))).toBe(false)
  })

  test('is told from a page of an earlier build, which trying again would not help', () => {
    const error = Object.assign(new Error('not found'), { name: 'UnrecognizedActionError' })
    expect(outdated(error)).toBe(true)
    expect(notReached(error)).toBe(false)
  })
})

describe('the time a session still has', () => {
  test('until two minutes before its end nothing is said, and the page looks again when that begins', () => {
    expect(standingAt(15 * 60)).toEqual({ standing: 'here', again: 600_000 })
    expect(standingAt(300)).toEqual({ standing: 'here', again: 180_000 })
    expect(standingAt(121)).toEqual({ standing: 'here', again: 1_000 })
  })

  test('two minutes before its end there is a warning', () => {
    expect(standingAt(120).standing).toBe('soon')
    expect(standingAt(1).standing).toBe('soon')
  })

  test('at its end the page is covered', () => {
    expect(standingAt(0).standing).toBe('ended')
    expect(standingAt(-5).standing).toBe('ended')
  })

  test('a page just opened first looks well before the shortest limit ends', () => {
    expect(firstLook).toBeLessThan((15 - 2) * 60_000)
  })
})

describe('a draft beside the record that changed since', () => {
  test('shows what the record says where the two differ, and only there', () => {
    expect(
      differing({ plan: 'New plan', part: 'Sam picks' }, { plan: 'Old plan', part: 'Sam picks', more: 'x' }),
    ).toEqual({ plan: 'New plan' })
  })

  test('counts ticked answers by what they say', () => {
    expect(differing({ who: ['sam', 'jo'] }, { who: ['sam', 'jo'] })).toEqual({})
    expect(differing({ who: ['sam', 'jo'] }, { who: 'sam' })).toEqual({ who: 'sam, jo' })
  })
})
