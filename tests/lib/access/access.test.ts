import { expect, test } from 'vitest'
import { passwordProblem } from '@/lib/access/password'
import { newRecoveryCodes, recoveryCodeOf } from '@/lib/access/recovery-codes'
import { codeAt, digitsOf, secretInGroups, stepOf } from '@/lib/access/totp'

const amira = { name: 'Amira Hussain', email: 'amira.h@example.test' }

test.each([
  ['three words', 'lantern otter gravel', true],
  ['capitals and signs are not asked for', 'gravelotterlantern', true],
  ['too short', 'lantern1!', false],
  ['one letter over and over', 'aaaaaaaaaaaaaaaa', false],
  ['one’s own name', 'AmiraHussain12', false],
  ['one’s own e-mail name', 'amira.h-amira.h', false],
  ['what everybody chooses', 'Password1234', false],
  ['too long to be meant', 'lantern otter '.repeat(20), false],
])('%s', (_, password, may) => {
  expect(passwordProblem(password, amira) === undefined).toBe(may)
})

// RFC 6238, appendix B (SHA-1, the secret '12345678901234567890'), cut to six digits.
const rfc = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
test.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
])('at %i seconds the code is the one of RFC 6238', (seconds, code) => {
  const moment = new Date(seconds * 1000)
  expect(codeAt(rfc, moment)).toBe(code)
  expect(stepOf(rfc, code, moment)).toBe(Math.floor(seconds / 30))
})

test('a code is worth one step either side', () => {
  const at = (seconds: number) => stepOf(rfc, '050471', new Date(seconds * 1000))
  const step = Math.floor(1111111111 / 30)
  expect([-60, -30, 0, 30, 60].map((off) => at(1111111111 + off))).toEqual([
    undefined,
    step,
    step,
    step,
    undefined,
  ])
})

test('digits are read however they are grouped, and nothing else is taken for them', () => {
  expect(digitsOf(' 287 082')).toBe('287082')
  expect(digitsOf('28708')).toBeUndefined()
  expect(digitsOf('28708a')).toBeUndefined()
  expect(secretInGroups('ABCDEFGH')).toBe('ABCD EFGH')
})

test('ten recovery codes, all different, read however they are typed', () => {
  const codes = newRecoveryCodes()
  expect(new Set(codes).size).toBe(10)
  for (const code of codes) {
    expect(code).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}$/)
    expect(recoveryCodeOf(code.toUpperCase().replaceAll('-', ' '))).toBe(code.replaceAll('-', ''))
  }
  expect(recoveryCodeOf('olol-olol-olol-olol')).toBe('0101010101010101')
  expect(recoveryCodeOf('123456')).toBeUndefined()
})
