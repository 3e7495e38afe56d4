/** Shortest and longest password, in characters. The longest only keeps a flood of text away from the hash. */
export const shortest = 12
export const longest = 200

/** What people choose first when twelve characters are asked for. */
const common = [
  'password',
  'qwertyuiop',
  '1234567890',
  'abcdefghij',
  'letmein',
  'welcome',
  'footpath',
  'iloveyou',
]

/**
 * Whether a password may be chosen. Length is what counts: no rules about kinds of characters, and no forced change.
 * @param about the person's own name and e-mail address, which others know
 * @returns a sentence saying what to do, or undefined when it may
 */
export const passwordProblem = (
  password: string,
  about: { name: string; email: string },
): string | undefined => {
  const length = [...password].length
  if (length < shortest)
    return `Use ${shortest} characters or more. Three or four words that do not belong together are easy to remember.`
  if (length > longest) return `Use ${longest} characters or fewer.`
  const plain = password.toLowerCase().replaceAll(/\s/g, '')
  if (new Set(plain).size < 5) return 'Use more than four different characters.'
  const known = [...about.name.split(/\s+/), about.email.split('@')[0] ?? '', ...common]
    .map((word) => word.toLowerCase())
    .filter((word) => word.length >= 3)
  // What is left without the words anyone would try first still has to be long enough to guess at.
  const left = known.reduce((rest, word) => rest.replaceAll(word, ''), plain)
  if (left.length < 8) return 'Choose something harder to guess. Leave out your name and common passwords.'
  return undefined
}
