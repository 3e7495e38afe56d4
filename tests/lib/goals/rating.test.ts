import { describe, expect, test } from 'vitest'
import { changeOfWords, goalWords, newGoal } from '@/lib/goals/goal'
import { goalsForReturns, mayAddGoal } from '@/lib/goals/limits'
import { newRating, parseRating } from '@/lib/goals/rating'

describe('ratings', () => {
  test.each(['11', '-1', '4.5', '', ' ', '1e1', '٣', '0x1', '05', 'ten', '100'])(
    'rule 20: a rating of %j is refused',
    (text) => {
      const answer = parseRating(text)
      expect(answer.ok).toBe(false)
      if (!answer.ok)
        expect(answer.because).toMatch(
          /^(A rating is a whole number from 0 to 10|Choose a number, or “Not today”)\.$/,
        )
    },
  )
  test('rule 20: every whole number from 0 to 10 is a rating, and 0 is an answer', () => {
    for (let value = 0; value <= 10; value++) expect(parseRating(` ${value} `)).toEqual({ ok: true, value })
  })
  test('"not today" is an answer of its own, and has a reason', () => {
    const typed = { rater: 'young-person', on: '2027-03-04', value: 'not-today' }
    expect(newRating.safeParse(typed).error?.issues[0]).toMatchObject({
      path: ['notToday'],
      message: 'Choose why not today.',
    })
    expect(newRating.parse({ ...typed, notToday: 'too-hard-today' })).toMatchObject({
      value: null,
      notToday: 'too-hard-today',
    })
    expect(newRating.parse({ ...typed, value: '0' })).toMatchObject({ value: 0, notToday: null })
    expect(newRating.safeParse({ ...typed, value: '11' }).success).toBe(false)
  })
})

describe('goals', () => {
  test('their words are kept exactly, spaces and line breaks too', () => {
    const words = '  i want 2 sleep   thru\nthe night :) '
    expect(goalWords.parse(words)).toBe(words)
    expect(goalWords.safeParse(' \n ').success).toBe(false)
    const goal = newGoal.parse({ words, whose: 'young-person', agreedOn: '2027-03-04' })
    expect(goal).toMatchObject({ words, language: 'en', kind: '' })
  })

  test('rule 21: a fourth open goal of the same person is asked about, and saved only with a reason', () => {
    expect(mayAddGoal(2, '').ok).toBe(true)
    expect(mayAddGoal(3, '  ')).toEqual({
      ok: false,
      because: 'Three is usually enough. Say why a fourth goal helps, or end one first.',
    })
    expect(mayAddGoal(3, 'Exams came up').ok).toBe(true)
  })
  test('rule 21: the first three as ranked go to national returns', () => {
    const goals = [4, 1, 3, 2].map((rank) => ({ rank }))
    expect(goalsForReturns(goals).map((g) => g.rank)).toEqual([1, 2, 3])
  })

  test('rule 23: changed words of a rated goal are a new goal; putting a comma right is not', () => {
    expect(changeOfWords('Sleep through the night', 'Sleep through the night.', true)).toBe('correct')
    expect(changeOfWords('Sleep through the night', 'Sleep in my own bed', true)).toBe('new-goal')
    expect(changeOfWords('Sleep through the night', 'Sleep in my own bed', false)).toBe('correct')
    expect(changeOfWords('Sleep', 'Sleep', true)).toBe('same')
  })
})
