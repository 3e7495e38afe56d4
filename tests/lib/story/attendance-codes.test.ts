import { describe, expect, test } from 'vitest'
import { attendanceCodes, countsAsAttended, isDirect, wayCodes } from '@/lib/story/attendance-codes'
import { attendances, hasBegun, meetingWays, settled } from '@/lib/story/meeting'

describe('rule 61: what counts as a contact', () => {
  test('attendance 3 or 7 is not counted as attended, nor is a cancelled one; 5 and 6 are', () => {
    expect(['5', '6'].map(countsAsAttended)).toEqual([true, true])
    expect(['2', '3', '4', '7'].map(countsAsAttended)).toEqual([false, false, false, false])
  })

  test('an e-mail (05) is not direct; face to face, telephone, talk type and video are', () => {
    expect(isDirect('05')).toBe(false)
    expect(['01', '02', '04', '11'].map(isDirect)).toEqual([true, true, true, true])
    expect(['09', '10', '98'].map(isDirect)).toEqual([false, false, false])
  })

  test('of our four words only “came” counts, and each has a code', () => {
    expect(
      Object.keys(attendances).map((word) =>
        countsAsAttended(attendanceCodes[word as keyof typeof attendances]),
      ),
    ).toEqual([true, false, false, false])
  })

  test('of our ways to meet all but messages are direct', () => {
    expect(
      Object.fromEntries(
        Object.keys(meetingWays).map((way) => [way, isDirect(wayCodes[way as keyof typeof meetingWays])]),
      ),
    ).toEqual({ 'face-to-face': true, video: true, phone: true, messages: false })
  })
})

describe('what may still be done with a meeting', () => {
  const coming = { startedAt: null, attendance: null, cancelledAt: null }
  const at = new Date('2027-05-27T13:00:00Z')
  test.each([
    ['still to come', coming, null],
    ['started', { ...coming, startedAt: at }, /has started/],
    ['attended', { ...coming, attendance: 'came' as const }, /written down already/],
    ['not attended', { ...coming, attendance: 'was-not-brought' as const }, /written down already/],
    ['cancelled', { ...coming, cancelledAt: at }, /was cancelled/],
  ])('%s', (_, meeting, because) => {
    if (because === null) expect(settled(meeting)).toBeNull()
    else expect(settled(meeting)).toMatch(because)
  })

  test('nobody can say who came before its time, unless it was started early', () => {
    const before = new Date('2027-05-27T12:59:59Z')
    expect(hasBegun({ startsAt: at, startedAt: null }, before)).toBe(false)
    expect(hasBegun({ startsAt: at, startedAt: null }, at)).toBe(true)
    expect(hasBegun({ startsAt: at, startedAt: before }, before)).toBe(true)
  })
})
