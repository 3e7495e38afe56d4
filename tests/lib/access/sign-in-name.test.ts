import { describe, expect, test } from 'vitest'
import { codeInGroups, invitationCodeOf, newInvitationCode } from '@/lib/access/invitation'
import { anotherName, signInNameOf, signInNameProblem } from '@/lib/access/sign-in-name'

const sam = { name: 'Sam Whitlow' }

describe('a name to sign in with', () => {
  test.each(['otter', 'Maple_42', 'zoë', 'Łukasz-7', 'abc', 'a'.repeat(40)])('may be “%s”', (name) => {
    expect(signInNameProblem(signInNameOf(name), sam)).toBeUndefined()
  })

  test.each([
    ['', 'Choose a name to sign in with.'],
    ['sam@home.example', 'Choose a name that is not an e-mail address.'],
    ['ab', 'Use 3 letters or more.'],
    ['a'.repeat(41), 'Use 40 letters or fewer.'],
    ['red fox', 'Use letters, numbers, dots and dashes, and no spaces.'],
    ['<b>', 'Use letters, numbers, dots and dashes, and no spaces.'],
    ['NHS', 'Choose another name.'],
    ['sam.whitlow', 'Leave out your last name, so that nobody can guess it is you.'],
  ])('is not “%s”, with a sentence that says what to do', (name, sentence) => {
    expect(signInNameProblem(signInNameOf(name), sam)).toBe(sentence)
  })

  test('is the same however its letters are put together', () => {
    expect(signInNameOf(' zoe\u0308 ')).toBe('zoë')
  })

  test('another one to try may always be chosen', () => {
    for (const name of ['otter', 'a'.repeat(40), 'zoë'])
      expect(signInNameProblem(anotherName(name), sam)).toBeUndefined()
  })
})

describe('the code given in person', () => {
  test('is six digits, read out in two groups and typed as people type', () => {
    const code = newInvitationCode()
    expect(code).toMatch(/^\d{6}$/)
    expect(invitationCodeOf(` ${codeInGroups(code)} `)).toBe(code)
    expect(invitationCodeOf(`${code.slice(0, 2)}-${code.slice(2)}`)).toBe(code)
  })

  test.each(['', '12345', '1234567', '12345a', '१२३४५६'])('is not “%s”', (typed) => {
    expect(invitationCodeOf(typed)).toBeUndefined()
  })
})
