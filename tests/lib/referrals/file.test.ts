import { describe, expect, test } from 'vitest'
import { type Column, duplicates, readHeadings, readLine } from '@/lib/referrals/file'
import { readCsv, realData } from '../real-data'

const today = '2027-06-01'
const line = (changes: Partial<Record<Column, string>> = {}) =>
  readLine(
    {
      referral_id: 'R1',
      person_id: 'P1',
      date_of_birth: '2011-02-28',
      referral_date: '2027-03-04',
      ...changes,
    },
    { allowTest: false, today },
  )
const problems = (changes: Partial<Record<Column, string>>) => {
  const answer = line(changes)
  return answer.ok ? [] : answer.problems
}

describe('headings of a referrals file', () => {
  test('unknown columns are refused by name, so that a misspelt one does not vanish', () => {
    const answer = readHeadings(['referral_id', 'person_id', 'date_of_birth', 'referral_date', 'postcod'])
    expect(answer.ok).toBe(false)
    if (!answer.ok) expect(answer.because[0]).toContain('"postcod"')
  })
  test('case, spaces and a byte order mark do not matter; a missing or doubled column does', () => {
    expect(readHeadings(['\uFEFFReferral_ID', ' nhs_number ', 'date_of_birth', 'referral_date']).ok).toBe(
      true,
    )
    expect(readHeadings(['referral_id', 'person_id', 'date_of_birth']).ok).toBe(false)
    expect(readHeadings(['referral_id', 'date_of_birth', 'referral_date']).ok).toBe(false)
    expect(
      readHeadings(['referral_id', 'referral_id', 'person_id', 'date_of_birth', 'referral_date']).ok,
    ).toBe(false)
  })
})

describe('a line of a referrals file', () => {
  test('needs little, and leaves the rest unknown', () => {
    expect(line()).toEqual({
      ok: true,
      value: {
        referralId: 'R1',
        personId: 'P1',
        nhsNumber: undefined,
        givenName: '',
        familyName: '',
        knownAs: '',
        sex: undefined,
        born: '2011-02-28',
        postcode: '',
        referredOn: '2027-03-04',
        source: undefined,
        words: '',
        ethnicCategory: undefined,
        accepted: undefined,
      },
    })
  })
  test('spaces around values and British dates are fine', () => {
    const answer = line({
      referral_date: ' 4/3/2027 ',
      nhs_number: ' 943 476 5919',
      accepted: ' 1 ',
      source: 'a1',
      sex: ' F',
    })
    expect(answer).toMatchObject({
      ok: true,
      value: {
        referredOn: '2027-03-04',
        nhsNumber: '9434765919',
        accepted: true,
        source: 'A1',
        sex: 'female',
      },
    })
  })
  test.each([
    ['date_of_birth', '29/02/2011', 'not a real date'],
    ['date_of_birth', '03/25/2011', 'not a real date'],
    ['date_of_birth', '', 'The birth date is missing'],
    ['date_of_birth', '2027-04-01', 'after the referral date'],
    ['referral_date', '2027-06-02', 'in the future'],
    ['nhs_number', '94347659IO', 'no letters'],
    ['nhs_number', '9990000018', 'testing only'],
    ['ethnic_category', 'Q', 'not a national ethnic category'],
    ['sex', 'girl', 'not a sex code'],
    ['source', 'A9', 'not a national code'],
    ['accepted', 'maybe', 'does not say'],
    ['referral_id', ' ', 'is missing'],
  ] as const)('%s %j is met with a sentence at its column', (column, text, because) => {
    const found = problems({ [column]: text })
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ column, because: expect.stringContaining(because) })
  })
  test('all problems of a line are told at once', () => {
    expect(problems({ date_of_birth: 'x', referral_date: 'y', sex: 'z' })).toHaveLength(3)
  })
  test('somebody must be findable', () => {
    expect(problems({ person_id: '' })).toMatchObject([{ column: 'person_id' }])
    expect(line({ person_id: '', nhs_number: '9434765919' }).ok).toBe(true)
  })
  test('the same referral number twice is told with both lines', () => {
    expect(
      duplicates([
        { line: 2, referralId: 'R1' },
        { line: 3, referralId: 'R2' },
        { line: 4, referralId: 'R1' },
      ]),
    ).toEqual([{ line: 4, because: 'Referral number "R1" is already on line 2.' }])
  })
})

realData('a file of 3,360 referrals', () => {
  test('is read without a problem, whatever stands in its postcodes', () => {
    const rows = readCsv('oracles/equality_end_to_end/referrals_raw.csv')
    expect(readHeadings(Object.keys(rows[0]!)).ok).toBe(true)
    const answers = rows.map((row) => readLine(row, { allowTest: false, today }))
    expect(answers.filter((a) => !a.ok)).toEqual([])
    expect(answers).toHaveLength(3360)
  })
})
