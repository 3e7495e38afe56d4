import { randomInt } from 'node:crypto'
import { hashPassword } from './hash'

// Syllables that are read out and typed without a mistake: no c/k, i/y or s/z to tell apart, nothing that spells a word.
const consonants = 'bdfghjlmnprtv'
const vowels = 'aeou'

const pick = (letters: string) => letters[randomInt(letters.length)]
const group = () => [0, 1].map(() => `${pick(consonants)}${pick(vowels)}`).join('')

/**
 * A password to hand over in person: five groups of two syllables, 57 random bits. It must be changed at the first
 * sign-in, and guesses are counted.
 */
export const makeFirstPassword = async (): Promise<{ password: string; hash: string }> => {
  const password = Array.from({ length: 5 }, group).join('-')
  return { password, hash: await hashPassword(password) }
}
