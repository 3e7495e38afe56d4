import { describe, expect, test } from 'vitest'
import {
  concernKnown,
  missingInTelling,
  mustSeeBecause,
  tellingBegun,
  toldAnswers,
  typedConcern,
} from '@/lib/concerns/concern'

const told = {
  toldName: 'R. Day',
  toldRole: 'Duty social worker',
  toldAgency: 'Social care',
  toldOn: '2026-03-04',
  toldAt: '14:05',
}

describe('who was told', () => {
  test('is complete with name, role, agency, day and time, and says what is missing otherwise', () => {
    expect(missingInTelling(told)).toEqual({})
    for (const field of Object.keys(told))
      expect(Object.keys(missingInTelling({ ...told, [field]: ' '.trim() }))).toEqual([field])
  })

  test('is begun by any part but the day, which the form fills in itself', () => {
    expect(tellingBegun({ ...told, toldName: '', toldRole: '', toldAgency: '', toldAt: '' })).toBe(false)
    expect(tellingBegun({ ...told, toldRole: '', toldAgency: '', toldAt: '' })).toBe(true)
  })
})

describe('a concern about safety', () => {
  test('has no field for a level, and no words for one', () => {
    const names = Object.keys(typedConcern.shape)
    const words = [concernKnown, toldAnswers, mustSeeBecause].flatMap((all) => Object.values(all))
    for (const text of [...names, ...words])
      expect(text).not.toMatch(/risk|level|severity|score|\bhigh\b|\blow\b|medium/i)
  })

  test('refuses a field it does not know, such as a level', () => {
    const typed = {
      noticedOn: '2026-03-04',
      words: 'a',
      seenOrHeard: 'b',
      doneNow: 'c',
      told: 'not-yet',
      youngPersonKnows: 'yes',
    }
    expect(typedConcern.safeParse(typed).success).toBe(true)
    expect(typedConcern.safeParse({ ...typed, level: 'high' }).success).toBe(false)
  })

  test('takes a time as people type it, and says what to do about one that is none', () => {
    const typed = {
      noticedOn: '2026-03-04',
      words: 'a',
      seenOrHeard: 'b',
      doneNow: 'c',
      told: 'told',
      youngPersonKnows: 'yes',
    }
    const at = (toldAt: string) => typedConcern.safeParse({ ...typed, toldAt })
    expect(at('9.30').data?.toldAt).toBe('09:30')
    expect(at('').data?.toldAt).toBe('')
    expect(at('25:00').error?.issues[0]?.message).toBe('Enter a time such as 14:05.')
  })
})
