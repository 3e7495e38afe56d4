import { describe, expect, test } from 'vitest'
import { address, addressOn } from '@/lib/people/address'
import { fullName, names, shownName } from '@/lib/people/names'
import { parseOdsCode } from '@/lib/people/ods'

describe('names', () => {
  test('the known-as name is shown, and the first name where there is none', () => {
    expect(shownName({ given: 'Samuel', knownAs: 'Sam' })).toBe('Sam')
    expect(shownName({ given: 'Samuel', knownAs: '  ' })).toBe('Samuel')
    expect(fullName({ given: 'Samuel', family: 'Okafor', knownAs: 'Sam' })).toBe('Sam Okafor')
  })
  test('a name is kept as its owner writes it', () => {
    const n = names.parse({ given: ' Seán ', family: 'O’Neill-Nguyễn' })
    expect(n).toEqual({ given: 'Seán', family: 'O’Neill-Nguyễn', knownAs: '', pronouns: '' })
    expect(names.safeParse({ given: '', family: 'x' }).error?.issues[0]?.message).toBe(
      'Enter the first name.',
    )
    expect(names.safeParse({ given: '123', family: 'x' }).success).toBe(false)
  })
})

describe('organisation codes', () => {
  test('rule 63: k81003 is stored as K81003; ten characters or a hyphen are refused', () => {
    expect(parseOdsCode('k81003')).toEqual({ ok: true, value: 'K81003' })
    expect(parseOdsCode('K810030012').ok).toBe(false)
    expect(parseOdsCode('K81-003').ok).toBe(false)
  })
})

describe('address history', () => {
  const moves = [
    { from: '2025-01-01', postcode: 'A' },
    { from: '2026-06-01', postcode: 'B' },
  ]
  test('the address of a day is the latest that began by then', () => {
    expect(addressOn(moves, '2026-05-31')?.postcode).toBe('A')
    expect(addressOn(moves, '2026-06-01')?.postcode).toBe('B')
    expect(addressOn(moves, '2024-12-31')).toBeUndefined()
  })
  test('something that is no postcode is refused on the form, with a sentence', () => {
    const typed = { postcode: 'ABC 123', from: '2026-01-01' }
    expect(address.safeParse(typed).error?.issues[0]?.message).toContain('not a postcode')
    expect(address.safeParse({ ...typed, postcode: '' }).success).toBe(true)
  })
})
