import { describe, expect, test } from 'vitest'
import { nhsNumber, nhsNumberInWords, parseNhsNumber } from '@/lib/people/nhs-number'
import { readCsv, realData } from '../real-data'

const live = (text: string) => parseNhsNumber(text, { allowTest: false })

describe('NHS number', () => {
  test('rule 58: a right check digit is valid, a wrong one is not, and ten equal digits never are', () => {
    expect(live('943 476 5919')).toEqual({ ok: true, value: '9434765919' })
    expect(live('9434765918').ok).toBe(false)
    expect(live('0000000000').ok).toBe(false)
    expect(live('1111111111').ok).toBe(false)
    for (let last = 0; last <= 9; last++)
      expect(parseNhsNumber(`999000000${last}`, { allowTest: true }).ok).toBe(false)
  })

  test('rule 59: a test number is accepted where people are invented and refused where they are real', () => {
    expect(parseNhsNumber('9990000018', { allowTest: true })).toEqual({ ok: true, value: '9990000018' })
    expect(live('9990000018')).toEqual({
      ok: false,
      because: 'NHS numbers that start with 999 are for testing only. Enter the real number.',
    })
  })

  test.each([
    ['letters', '943476591O', 'An NHS number has no letters in it. Enter its 10 digits.'],
    ['nothing', '  ', 'Enter the NHS number, or say why there is none.'],
    [
      'nine digits',
      '94347656 9',
      'An NHS number has 10 digits. This one has 9. Check it against the letter or card.',
    ],
    [
      'full-width digits',
      '９４３４７６５９１９',
      'Use only the digits 0 to 9, spaces and hyphens in an NHS number.',
    ],
  ])('%s are met with a sentence', (_, text, because) => {
    expect(live(text)).toEqual({ ok: false, because })
  })

  test('is shown in groups of 3, 3 and 4, and the form says why it was refused', () => {
    expect(nhsNumberInWords('9434765919')).toBe('943 476 5919')
    const schema = nhsNumber({ allowTest: false })
    expect(schema.parse(' 943-476-5919 ')).toBe('9434765919')
    expect(schema.safeParse('x').error?.issues[0]?.message).toContain('no letters')
  })
})

realData('NHS numbers of independent sources', () => {
  test('all 53 are judged as expected', () => {
    const cases = readCsv('oracles/nhs_number/cases.csv')
    expect(cases).toHaveLength(53)
    for (const { input, valid, note } of cases) {
      // Full-width digits carry no expectation but "never stored as they are": we refuse them.
      const judged = parseNhsNumber(input!, { allowTest: true }).ok
      expect([input, note, judged]).toEqual([input, note, valid === 'true'])
    }
  })
})
