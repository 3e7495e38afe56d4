import { describe, expect, test } from 'vitest'
import {
  type Facts,
  nextTry,
  reminderSubject,
  reminderText,
  type WhyNot,
  whyNot,
} from '@/lib/outbox/reminder'

const at = (text: string) => new Date(text)

const fine: Facts = {
  demonstration: false,
  meeting: { startsAt: at('2027-03-02T14:05Z'), cancelled: false },
  promised: at('2027-03-02T14:05Z'),
  reminders: true,
  email: 'sam@example.test',
  diedOn: null,
  episode: 'open',
  relationshipEndedOn: null,
  takenBack: false,
  dueAt: at('2027-03-01T14:05Z'),
  lastDueAt: null,
  now: at('2027-03-01T14:06Z'),
}

describe('a reminder goes out', () => {
  test('to whoever wants it, for a meeting that stands', () => {
    expect(whyNot(fine)).toBeNull()
    expect(whyNot({ ...fine, episode: 'waiting' })).toBeNull()
  })

  const reasons: [string, Partial<Facts>, WhyNot][] = [
    ['never from a demonstration', { demonstration: true }, 'demonstration'],
    ['never after a death', { diedOn: '2027-02-27' }, 'died'],
    ['not for a cancelled meeting', { meeting: { ...fine.meeting, cancelled: true } }, 'cancelled'],
    ['not for the time it was moved from', { promised: at('2027-03-02T13:05Z') }, 'moved'],
    ['not after the episode ended', { episode: 'ended' }, 'no-open-episode'],
    [
      'not to a carer who is no longer part of the record',
      { relationshipEndedOn: '2027-02-20' },
      'no-longer-close',
    ],
    ['not to a parent when the young person took that back', { takenBack: true }, 'not-allowed'],
    ['not to somebody who turned it off', { reminders: false }, 'turned-off'],
    ['not to somebody who was never asked', { reminders: null }, 'turned-off'],
    ['not without an address', { email: '' }, 'no-address'],
    ['not once the meeting has begun', { now: at('2027-03-02T14:05Z') }, 'too-late'],
    ['not twice in a week', { lastDueAt: at('2027-02-24T09:00Z') }, 'once-a-week'],
  ]
  test.each(reasons)('%s', (_, facts, why) => expect(whyNot({ ...fine, ...facts })).toBe(why))

  test('every week for a meeting at the same time each week, also when the clocks change between', () => {
    expect(whyNot({ ...fine, lastDueAt: at('2027-02-22T14:05Z') })).toBeNull()
    // London's clocks go forward on 28 March 2027: 14:05 is an hour nearer to the one before.
    const startsAt = at('2027-03-30T13:05Z')
    const spring = {
      meeting: { startsAt, cancelled: false },
      promised: startsAt,
      now: at('2027-03-29T13:06Z'),
    }
    expect(
      whyNot({ ...fine, ...spring, dueAt: at('2027-03-29T13:05Z'), lastDueAt: at('2027-03-22T14:05Z') }),
    ).toBeNull()
  })
})

test('it says that there is a meeting and when, in London time, and nothing else', () => {
  const text = reminderText(
    at('2027-07-06T13:05Z'),
    'https://pages.example.test',
    'https://pages.example.test/reminders/x',
  )
  expect(text).toBe(`You have a meeting on Tuesday 6 July at 14:05. Sign in to see more.

https://pages.example.test

To stop these reminders: https://pages.example.test/reminders/x
`)
  expect(`${reminderSubject} ${text}`).not.toMatch(/health|clinic|camhs|nhs|therap|care|risk|goal/i)
})

test('after a mail server that puts it off, each wait is longer than the one before', () => {
  const now = at('2027-03-01T14:00Z')
  const waits = [1, 2, 3, 4, 5, 9].map((n) => (nextTry(n, now).getTime() - now.getTime()) / 60_000)
  expect(waits).toEqual([1, 5, 15, 60, 240, 240])
})
