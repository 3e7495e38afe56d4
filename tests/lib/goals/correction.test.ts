import { describe, expect, test } from 'vitest'
import { mayReplace, mayUndo, newCorrection, standing } from '@/lib/goals/correction'
import { type Given, linesByRater } from '@/lib/goals/lines'
import { ordered } from '@/lib/goals/order'
import { stepInWords } from '@/lib/goals/step'
import { themeGroups, themesInWords, themesOfGoal } from '@/lib/goals/themes'
import { newId } from '@/lib/id'

const at = new Date('2027-03-04T14:05:00Z')
const later = (seconds: number) => new Date(at.getTime() + seconds * 1000)

describe('undo', () => {
  test.each([
    ['at once', 'amira', 0, true],
    ['after ten minutes to the second', 'amira', 600, true],
    ['a second later', 'amira', 601, false],
    ['by somebody else', 'nadia', 10, false],
  ])('%s', (_, who, seconds, may) => {
    expect(mayUndo({ byStaffId: 'amira', at }, who, later(seconds))).toBe(may)
  })
})

test('what was put right is left out of every line, and stays in the list', () => {
  const rating = {
    rater: 'young-person' as const,
    raterKey: '',
    name: 'Sam',
    on: '2027-03-04',
    notToday: null,
    words: '',
  }
  const corrected = { because: 'Wrong tile', by: 'Amira', on: '2027-03-04', undo: false, replacedBy: 'x' }
  const all: Given[] = [
    { ...rating, value: 2 },
    { ...rating, value: 9, corrected },
    { ...rating, value: 6 },
  ]
  expect(standing(all)).toHaveLength(2)
  expect(linesByRater(all, 3)[0]).toMatchObject({
    points: [{ value: 2 }, { value: 6 }],
    movement: { change: 4 },
  })
})

test('a clinician’s own rating is theirs to replace; others’ may be replaced by whoever wrote the mistake down', () => {
  expect(mayReplace({ rater: 'clinician', byStaffId: 'amira' }, 'nadia')).toBe(false)
  expect(mayReplace({ rater: 'clinician', byStaffId: 'amira' }, 'amira')).toBe(true)
  expect(mayReplace({ rater: 'young-person', byStaffId: 'amira' }, 'nadia')).toBe(true)
})

test('a correction without a reason is refused', () => {
  const sent = { personId: newId(), ratingId: newId(), value: '4' }
  for (const because of [undefined, '', '  '])
    expect(newCorrection.safeParse({ ...sent, because }).success).toBe(false)
})

describe('putting goals in order', () => {
  const places = (a: string, b: string, c: string) =>
    ordered(
      ['a', 'b', 'c'],
      new Map([
        ['a', a],
        ['b', b],
        ['c', c],
      ]),
    )

  test('each goal has a place of its own', () => {
    expect(places('2', '3', '1')).toEqual({ ok: true, order: ['c', 'a', 'b'] })
    expect(places('2', '2', '1')).toEqual({
      ok: false,
      fields: { 'place-b': 'Place 2 is taken. Give each goal a place of its own.' },
    })
  })

  test.each(['0', '4', '1.5', '', 'x'])('%j is no place', (place) => {
    expect(places(place, '2', '3')).toMatchObject({
      ok: false,
      fields: { 'place-a': 'Choose a place from 1 to 3.' },
    })
  })
})

describe('themes', () => {
  test('are known by key, each once, one or many or none', () => {
    expect(themesOfGoal.parse(undefined)).toEqual([])
    expect(themesOfGoal.parse('sleep')).toEqual(['sleep'])
    expect(themesOfGoal.parse(['sleep', 'friends', 'sleep'])).toEqual(['sleep', 'friends'])
    expect(themesOfGoal.safeParse('severity').success).toBe(false)
    expect(themesOfGoal.safeParse(['sleep', 'x']).success).toBe(false)
  })

  test('every group names its source, and no key stands in two groups', () => {
    expect(themeGroups.every((group) => /Bradley 2013|Jacob 2016|Smith 2023/.test(group.source))).toBe(true)
    const keys = themeGroups.flatMap((group) => Object.keys(group.themes))
    expect(new Set(keys).size).toBe(keys.length)
    expect(themesInWords(['sleep', 'friends'])).toBe('Friends and sleep')
  })
})

test('a small step says who and by when, or that it is done', () => {
  expect(stepInWords({ who: 'Sam', byDay: '2027-03-04', doneOn: null })).toBe('Sam, by 4 March 2027')
  expect(stepInWords({ who: '', byDay: null, doneOn: null })).toBe('')
  expect(stepInWords({ who: 'Mum', byDay: '2027-03-04', doneOn: '2027-03-02' })).toBe(
    'Mum, done 2 March 2027',
  )
})
