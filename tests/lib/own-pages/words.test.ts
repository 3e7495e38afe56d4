import { describe, expect, test } from 'vitest'
import { dayOf } from '@/lib/day'
import { looksByDay } from '@/lib/own-pages/looked'
import { oneThingToDo } from '@/lib/own-pages/one-thing'
import { clockInWords, listed, whenInWords } from '@/lib/own-pages/when'

const at = (text: string) => new Date(text)

describe('times on a young person’s pages', () => {
  test.each([
    ['2026-03-04T14:00:00Z', '2pm'],
    ['2026-03-04T09:30:00Z', '9:30am'],
    ['2026-03-04T12:00:00Z', '12 noon'],
    ['2026-03-04T00:05:00Z', '12:05am'],
    // British Summer Time
    ['2026-07-04T13:00:00Z', '2pm'],
  ])('%s is %s', (instant, said) => {
    expect(clockInWords(at(instant))).toBe(said)
  })

  test('today and tomorrow are said so, by the London day', () => {
    const now = at('2026-07-04T22:30:00Z')
    expect(whenInWords(at('2026-07-04T22:45:00Z'), now)).toBe('Today at 11:45pm')
    expect(whenInWords(at('2026-07-04T23:15:00Z'), now)).toBe('Tomorrow at 12:15am')
    expect(whenInWords(at('2026-07-09T13:00:00Z'), now)).toBe('Thursday 9 July at 2pm')
    expect(whenInWords(at('2027-01-07T14:00:00Z'), now)).toBe('Thursday 7 January 2027 at 2pm')
  })

  test('names in a row', () => {
    expect(listed(['Amira', 'Jo'])).toBe('Amira and Jo')
  })
})

describe('one thing to do', () => {
  const open = { withATeam: true, openGoals: 2, lastSaidOn: '2026-11-15', today: '2026-11-22' }

  test('no goals: write one', () => {
    expect(oneThingToDo({ ...open, openGoals: 0 })?.href).toBe('/me/goals/new')
  })

  test('at most once a week: how close do you feel?', () => {
    expect(oneThingToDo(open)?.href).toBe('/me/rating')
    expect(oneThingToDo({ ...open, lastSaidOn: '2026-11-16' })).toBeNull()
    expect(oneThingToDo({ ...open, lastSaidOn: null })?.href).toBe('/me/rating')
  })

  test('an idea for their plan comes first: it waits for their yes', () => {
    expect(oneThingToDo({ ...open, ideaFor: 'safety' })?.href).toBe('/me/safety-plan')
  })

  test('nobody with them: nothing is asked', () => {
    expect(oneThingToDo({ ...open, withATeam: false })).toBeNull()
  })
})

describe('who has looked', () => {
  const look = (name: string, act: string, when: string, inNeed = false) => ({
    name,
    role: 'clinician',
    act,
    at: at(when),
    inNeed,
  })

  test('one line for each person and day, with the parts once', () => {
    const looks = looksByDay(
      [
        look('Jo', 'goals', '2026-11-20T11:20:00Z'),
        look('Jo', 'recordRatings', '2026-11-20T11:25:00Z'),
        look('Jo', 'overview', '2026-11-20T11:18:00Z'),
        look('Amira', 'plan', '2026-11-21T15:05:00Z'),
      ],
      dayOf,
    )
    expect(looks.map(({ name, parts }) => [name, parts])).toEqual([
      ['Amira', ['your plan']],
      ['Jo', ['your goals']],
    ])
    expect(looks[1]?.at).toEqual(at('2026-11-20T11:25:00Z'))
  })

  test('a concern about safety is never named: it may be about somebody at home', () => {
    expect(looksByDay([look('Amira', 'noteConcern', '2026-11-21T15:05:00Z')], dayOf)[0]?.parts).toEqual([
      'your record',
    ])
  })
})
