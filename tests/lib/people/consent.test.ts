import { describe, expect, test } from 'vitest'
import { assessmentHoldsDays, type Capacity, mayAllow, standing } from '@/lib/people/consent'

const kerry = '0190b5a8-0000-7000-8000-00000000000a'
const dad = '0190b5a8-0000-7000-8000-00000000000b'
const born15 = '2011-06-01'
const on = '2026-11-22'
const goals = { question: 'goals', relationshipId: kerry } as const
const recorded = (more: Partial<Capacity> = {}): Capacity => ({
  ...goals,
  able: true,
  assessedOn: on,
  ...more,
})

describe('rule 85: under 16 each decision is assessed for itself', () => {
  test.each<[string, Capacity[], string]>([
    ['nothing recorded: needs assessing, not yes', [], 'needs-assessing'],
    ['able to decide this: they decide', [recorded()], 'able'],
    ['not able to decide this', [recorded({ able: false })], 'not-able'],
    [
      'another decision about the same parent says nothing',
      [recorded({ question: 'meetings' })],
      'needs-assessing',
    ],
    [
      'the same decision about the other parent says nothing',
      [recorded({ relationshipId: dad })],
      'needs-assessing',
    ],
    [
      'last year’s decision about this is not this decision',
      [recorded({ assessedOn: '2025-11-22' })],
      'needs-assessing',
    ],
    [
      'last year’s decision about something else is none',
      [recorded({ question: 'other', assessedOn: '2025-11-22' })],
      'needs-assessing',
    ],
    ['one that is in the future is none yet', [recorded({ assessedOn: '2026-11-23' })], 'needs-assessing'],
    [
      'the newest about this decides',
      [recorded({ able: false }), recorded({ assessedOn: '2026-11-20' })],
      'not-able',
    ],
  ])('%s', (_, all, expected) => {
    expect(standing(born15, all, goals, on)).toBe(expected)
  })

  test('of two on one day the later one decides', () => {
    expect(standing(born15, [recorded({ able: false }), recorded()], goals, on)).toBe('not-able')
  })

  test('an assessment is fresh for four weeks and not a day longer', () => {
    expect(assessmentHoldsDays).toBe(28)
    expect(standing(born15, [recorded({ assessedOn: '2026-10-25' })], goals, on)).toBe('able')
    expect(standing(born15, [recorded({ assessedOn: '2026-10-24' })], goals, on)).toBe('needs-assessing')
  })
})

describe('rule 86: from 16 they are presumed able', () => {
  test.each([
    ['the day before the birthday', '2010-11-23', 'needs-assessing'],
    ['the birthday itself', '2010-11-22', 'presumed-able'],
  ] as const)('%s', (_, born, expected) => {
    expect(standing(born, [], goals, on)).toBe(expected)
  })

  test('a record from before, that they were not able, says nothing any more', () => {
    expect(standing('2010-11-22', [recorded({ able: false, assessedOn: '2026-11-21' })], goals, on)).toBe(
      'presumed-able',
    )
  })

  test('born on 29 February: 16 on that day of a leap year', () => {
    expect(standing('2008-02-29', [], goals, '2024-02-28')).toBe('needs-assessing')
    expect(standing('2008-02-29', [], goals, '2024-02-29')).toBe('presumed-able')
  })

  test('a parent’s view does not decide for them', () => {
    expect(mayAllow('presumed-able', 'no', 'yes')).toMatchObject({ may: false })
    expect(mayAllow('presumed-able', 'not-asked', 'yes')).toMatchObject({ may: false })
    expect(mayAllow('presumed-able', 'yes', 'no')).toEqual({ may: true, basis: 'own-yes' })
  })
})

describe('on what basis a parent or carer is let see something', () => {
  test('able to decide this: their yes, and nobody else’s', () => {
    expect(mayAllow('able', 'yes', 'no')).toEqual({ may: true, basis: 'own-yes-gillick' })
    expect(mayAllow('able', 'no', 'yes')).toMatchObject({ may: false })
  })

  test('not able yet: parental responsibility on record, never assumed', () => {
    expect(mayAllow('not-able', 'no', 'yes')).toEqual({ may: true, basis: 'parental-responsibility' })
    expect(mayAllow('not-able', 'yes', 'not-asked')).toMatchObject({ may: false })
    expect(mayAllow('not-able', 'yes', 'no')).toMatchObject({ may: false })
  })

  test('not assessed: nobody decides, not even a parent', () => {
    expect(mayAllow('needs-assessing', 'yes', 'yes')).toMatchObject({ may: false })
  })
})
