/** Shortest and longest name to sign in with, in characters. */
const shortest = 3
const longest = 40

const form = /^[\p{L}\p{N}._-]+$/u

/** Names that would be taken for somebody who works here. */
const notOnes = /^(admin|administrator|footpath|support|help|staff|system|nhs)$/i

/** As it is kept: one way to write each letter. Upper and lower case are the same name. */
export const signInNameOf = (typed: string): string => typed.trim().normalize('NFC')

/**
 * Whether a name may be chosen to sign in with.
 * @param about the person's own name, which others know and would try first
 * @returns a sentence saying what to do, or undefined when it may
 */
export const signInNameProblem = (name: string, about: { name: string }): string | undefined => {
  const length = [...name].length
  if (length === 0) return 'Choose a name to sign in with.'
  if (name.includes('@')) return 'Choose a name that is not an e-mail address.'
  if (length < shortest) return `Use ${shortest} letters or more.`
  if (length > longest) return `Use ${longest} letters or fewer.`
  if (!form.test(name)) return 'Use letters, numbers, dots and dashes, and no spaces.'
  if (notOnes.test(name)) return 'Choose another name.'
  const family = about.name.trim().split(/\s+/).slice(1).at(-1)
  if (family && family.length >= 3 && name.toLowerCase().includes(family.toLowerCase()))
    return 'Leave out your last name, so that nobody can guess it is you.'
  return undefined
}

const others = ['otter', 'maple', 'comet', 'pebble', 'robin', 'cedar', 'tiger', 'river', 'violet', 'falcon']

/** Another name to try. It says nothing of who has the first one. */
export const anotherName = (name: string): string => {
  const [a, b] = crypto.getRandomValues(new Uint16Array(2))
  return `${[...name].slice(0, 20).join('')}-${others[a! % others.length]}${10 + (b! % 90)}`
}
