import { describe, expect, test } from 'vitest'
import {
  decisionFrom,
  stillNeeded,
  ticketOf,
  tookPartInWords,
  typedDecision,
} from '@/lib/grouping/decision-form'
import { sharedDecision } from '@/lib/grouping/grouping'

const typed = (fields: Record<string, unknown>) => typedDecision.parse(fields)

describe('the form of a shared decision', () => {
  test('ticks become people, with the name known or typed', () => {
    const tookPart = [ticketOf('young-person'), ticketOf('clinician', 'Amira = Hussain'), ticketOf('school')]
    expect(decisionFrom(typed({ tookPart, 'name-school': 'Ms Osei' })).tookPart).toEqual([
      { kind: 'young-person', name: '' },
      { kind: 'clinician', name: 'Amira = Hussain' },
      { kind: 'school', name: 'Ms Osei' },
    ])
    expect(decisionFrom(typed({ tookPart: 'friend' })).tookPart).toEqual([{ kind: 'friend', name: '' }])
  })

  test('a kind we do not know is refused', () => {
    const checked = sharedDecision.safeParse(decisionFrom(typed({ tookPart: ['boss=Ann'] })))
    expect(checked.error?.issues.some((one) => one.path[0] === 'tookPart')).toBe(true)
  })

  test('each line is an option talked about; empty lines are none', () => {
    expect(decisionFrom(typed({ considered: 'Getting Help\r\n\r\n the club \n' })).considered).toEqual([
      'Getting Help',
      ' the club ',
    ])
  })

  test('rule 8: nothing is filled in for anyone: an empty form stays empty and is no decision', () => {
    const empty = decisionFrom(typed({}))
    expect(empty).toMatchObject({ grouping: '', considered: [], tookPart: [] })
    expect(sharedDecision.safeParse(empty).success).toBe(false)
  })

  test('a draft says what it still needs, each once, in the order of the form', () => {
    const needed = stillNeeded({ grouping: 'getting-help', needNow: 'Sleep', outcomeBy: '2027-13-01' })
    expect(needed[0]).toBe('Say which options were talked about.')
    expect(needed).toContain('Say by when as a real date, such as 4 March 2027.')
    expect(needed).toContain('Write the young person’s view, or choose why it is missing.')
    expect(new Set(needed).size).toBe(needed.length)
  })

  test('the people of a decision are said in words', () => {
    const people = [
      { kind: 'young-person', name: '' },
      { kind: 'parent-or-carer', name: 'Kerry' },
      { kind: 'clinician', name: '' },
    ] as const
    expect(tookPartInWords(people, 'Sam')).toBe('Sam, Kerry (a parent or carer) and a clinician')
  })
})
