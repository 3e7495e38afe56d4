import { describe, expect, test } from 'vitest'
import { type Given, goalInWords, linesByRater, marksOf } from '@/lib/goals/lines'
import { answersOf, fieldOf, sheet, shortened } from '@/lib/goals/sheet'

const rating = (over: Partial<Given>): Given => ({
  rater: 'young-person',
  raterKey: '',
  name: 'Sam',
  on: '2027-03-04',
  value: 3,
  notToday: null,
  words: '',
  ...over,
})

describe('lines of ratings', () => {
  test('the young person’s line comes first, and each parent and clinician has a line of their own', () => {
    const lines = linesByRater(
      [
        rating({ rater: 'clinician', raterKey: 'a', name: 'Amira', value: 6 }),
        rating({ rater: 'parent-or-carer', raterKey: 'Kerry', name: 'Kerry', value: 4 }),
        rating({ rater: 'parent-or-carer', raterKey: 'Dan', name: 'Dan', value: 8 }),
        rating({ value: 2 }),
        rating({ rater: 'clinician', raterKey: 'b', name: 'Nadia', value: 1 }),
      ],
      3,
    )
    expect(lines.map((line) => line.name)).toEqual(['Sam', 'Kerry', 'Dan', 'Amira', 'Nadia'])
    expect(lines.every((line) => line.points.length === 1 && line.movement?.change === null)).toBe(true)
  })

  test('the sentence of a goal is the young person’s own, whatever others gave', () => {
    const own = [rating({ value: 2 }), rating({ value: 6, on: '2027-05-13' })]
    const parent = [
      rating({ rater: 'parent-or-carer', value: 9 }),
      rating({ rater: 'parent-or-carer', value: 1 }),
    ]
    expect(goalInWords(linesByRater([...own, ...parent], 3), 'Sam')).toBe(
      'Moved from 2 to 6 since 4 March, 2 ratings.',
    )
    expect(goalInWords(linesByRater(parent, 3), 'Sam')).toBe('Sam has not rated this yet.')
    expect(goalInWords([], 'Sam')).toBe('Not rated yet.')
    expect(goalInWords(linesByRater([rating({ value: null, notToday: 'no-time' })], 3), 'Sam')).toBe(
      'No number yet, only “not today”.',
    )
  })

  test('a day before the first rating has no line in the picture', () => {
    const marks = [{ day: '2027-03-01' }, { day: '2027-03-09' }]
    expect(marksOf([{ on: '2027-03-04' }], marks)).toEqual([{ day: '2027-03-09' }])
    expect(marksOf([], marks)).toEqual([])
  })
})

describe('the rating sheet', () => {
  const [a, b] = ['0190aaaa-0000-7000-8000-000000000001', '0190aaaa-0000-7000-8000-000000000002'] as const
  const goals = [
    { id: a, words: 'Sleep', endedOn: null },
    { id: b, words: 'Town', endedOn: null },
  ]
  const judge = (fields: Record<string, string>) => {
    const sent = sheet.parse({ personId: a, rater: 'young-person', ...fields })
    return answersOf(sent, goals, '2027-05-27')
  }

  test('0 is an answer, and a goal that was not on the page is not asked for', () => {
    expect(judge({ [fieldOf(a)]: '0' })).toMatchObject({ ok: true, ratings: [{ goalId: a, value: 0 }] })
  })

  test('every wrong answer has its own sentence', () => {
    expect(judge({ [fieldOf(a)]: '11', [`${fieldOf(b)}-words`]: 'x' })).toEqual({
      ok: false,
      fields: {
        [fieldOf(a)]: 'A rating is a whole number from 0 to 10. Choose one, or ‘Not today’, for ‘Sleep’',
        [fieldOf(b)]: 'Choose a number or ‘Not today’ for ‘Town’',
      },
    })
  })

  test.each(['', 'nobody', 'young-person=Sam', 'clinician=Someone Else'])(
    'nobody rates as %j: only a parent or carer is named on the page',
    (rater) => {
      const sent = sheet.parse({ personId: a, rater, [fieldOf(a)]: '3' })
      expect(answersOf(sent, goals, '2027-05-27')).toMatchObject({ fields: { rater: 'Say who is rating.' } })
    },
  )

  test('a field it does not know is refused', () => {
    expect(sheet.safeParse({ personId: a, rater: 'clinician', byStaffId: 'x' }).success).toBe(false)
    expect(sheet.safeParse({ personId: a, rater: 'clinician', 'goal-1': '3' }).success).toBe(false)
  })

  test('long words are named by their beginning, in one line, without cutting a letter in half', () => {
    expect(shortened('Sleep\n through the night')).toBe('Sleep through the night')
    expect(shortened('🐕'.repeat(90))).toBe(`${'🐕'.repeat(70)}…`)
  })
})
