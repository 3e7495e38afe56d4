import { describe, expect, test } from 'vitest'
import {
  circumstanceFacts,
  disabilityFact,
  equality,
  ethnicCategories,
  ethnicFact,
  ethnicGroupOf,
  nationalEthnicCode,
  parseEthnicCode,
  parseSexCode,
} from '@/lib/people/equality'
import { factValueInWords } from '@/lib/people/facts'

describe('equality facts', () => {
  test('rule 60: Q and I are no ethnic category, Z and 99 differ, and blank leaves as 99, never Z', () => {
    expect(parseEthnicCode('Q').ok).toBe(false)
    expect(parseEthnicCode('I').ok).toBe(false)
    expect(parseEthnicCode('O').ok).toBe(false)
    expect(parseEthnicCode('Z')).toEqual({ ok: true, value: 'chose-not-to-say' })
    expect(parseEthnicCode('99')).toEqual({ ok: true, value: 'not-asked' })
    expect(parseEthnicCode(' ')).toEqual({ ok: true, value: undefined })
    expect(nationalEthnicCode(undefined)).toBe('99')
    expect(nationalEthnicCode('not-asked')).toBe('99')
    expect(nationalEthnicCode('chose-not-to-say')).toBe('Z')
  })

  test('a second, local character is accepted and dropped', () => {
    expect(parseEthnicCode('a1')).toEqual({ ok: true, value: 'A' })
    expect(parseEthnicCode('ABC').ok).toBe(false)
  })

  test('there are sixteen categories in five groups, and Z is in none', () => {
    expect(Object.keys(ethnicCategories).join('')).toBe('ABCDEFGHJKLMNPRS')
    expect(ethnicGroupOf('C')).toBe('white')
    expect(ethnicGroupOf('D')).toBe('mixed')
    expect(ethnicGroupOf('L')).toBe('asian')
    expect(ethnicGroupOf('M')).toBe('black')
    expect(ethnicGroupOf('R')).toBe('other')
    expect(ethnicFact.safeParse('Z').success).toBe(false)
  })

  test('not recorded, not asked, chose not to say and no are four different things', () => {
    const said = [undefined, 'not-asked', 'chose-not-to-say', 'no'].map((v) =>
      factValueInWords('youth-justice', v),
    )
    expect(said).toEqual(['Not recorded', 'Not asked', 'Chose not to say', 'No'])
    expect(circumstanceFacts.parse({ 'youth-justice': 'not-asked' })).toEqual({
      'youth-justice': 'not-asked',
    })
    expect(circumstanceFacts.safeParse({ 'youth-justice': '' }).success).toBe(false)
    expect(equality.parse({})).toEqual({ circumstances: {} })
  })

  test('"no disability" cannot stand beside one', () => {
    expect(disabilityFact.safeParse(['01', '09']).success).toBe(true)
    expect(disabilityFact.safeParse(['NN']).success).toBe(true)
    expect(disabilityFact.safeParse(['NN', '01']).success).toBe(false)
    expect(disabilityFact.safeParse('not-asked').success).toBe(true)
  })

  test('the sex codes of a file are read, and anything else is met with a sentence', () => {
    expect(parseSexCode('F')).toEqual({ ok: true, value: 'female' })
    expect(parseSexCode(' x ')).toEqual({ ok: true, value: 'not-asked' })
    expect(parseSexCode('toString').ok).toBe(false)
  })
})
