/**
 * How hard a text is to read, and which words of it are not ours. For tests: of what stands in the source, and of what a browser
 * shows. The measure is the Flesch-Kincaid grade (Kincaid and others, 1975); a reading age is the grade and five years.
 */

/** Rule 90 and the words of the product: what is never said to a young person or about them. */
const notOurs: readonly [RegExp, string][] = [
  [/\b(high|medium|low)[ -]risk\b|\brisk (level|score|factor)s?\b/i, 'levels of risk'],
  [/\bnon-?complian\w*|\bdisengag\w*|\bfailed to attend\b/i, 'non-compliant'],
  [/\bDNA\b|\bdid not attend\b/, 'DNA: say “did not come”'],
  [/\btiers?\b|\bseverit\w*|\bescalat\w*/i, 'tier, severity'],
  [/\bpatients?\b|\bservice users?\b|\bclients?\b/i, 'patient'],
  [/\bdischarg\w*|\bstep-?down\b|\bre-?referral\b/i, 'discharge'],
  [/\bcare co-?ordinators?\b|\bkeyworkers?\b/i, 'care co-ordinator'],
  [/\boutcome (score|measure)s?\b|\bGBO\b|\bmetrics?\b/i, 'outcome score'],
  [/\bdeteriorat\w*|\bimproved\b/i, 'improved, deteriorated'],
  [/\bCAMHS\b|\bEWMHS\b|\bmental health (service|team|disorder)\b/i, 'the kind of service'],
  [/\bshould\b/i, 'should'],
  [/!/, 'an exclamation mark'],
  [/\bwell done\b|\bgreat job\b|\bawesome\b|\bstreaks?\b/i, 'praise and streaks'],
]

export const longestSentence = 20
/** Reading age 9 to 11: the upper end is what fails (rule 90). */
export const oldestReadingAge = 11

const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu) ?? []

/** Sentences end with a full stop, a question mark or a line; a colon leads on. */
export const sentencesIn = (text: string): string[] =>
  text
    .split(/(?<=[.?!])\s+|\n+/)
    .map((one) => one.trim())
    .filter((one) => wordsIn(one).length > 0)

/** Groups of vowels, less a silent e; near enough over a page, and never below one. */
export const syllablesIn = (word: string): number => {
  const bare = word.toLowerCase().replace(/[^a-z]/g, '')
  if (bare.length <= 3) return 1
  const shorter = bare.replace(/(?:[^laeiouy]es|[^laeiouytd]ed|[^laeiouy]e)$/, '').replace(/^y/, '')
  return Math.max(1, shorter.match(/[aeiouy]{1,2}/g)?.length ?? 1)
}

export const gradeOf = (text: string): number => {
  const sentences = sentencesIn(text).length
  const words = wordsIn(text)
  if (sentences === 0 || words.length === 0) return 0
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0)
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59
}

export const readingAgeOf = (text: string): number => gradeOf(text) + 5

/** A handful of words says little about how hard a page is: the measure is meant for passages. */
const enoughWords = 30

/** What is wrong with a text for a young person, in sentences; nothing when it may stand. */
export const wrongIn = (text: string): string[] => {
  const wrong = notOurs.flatMap(([words, name]) => {
    const found = words.exec(text)
    return found ? [`says “${found[0]}” (${name})`] : []
  })
  for (const sentence of sentencesIn(text)) {
    const count = wordsIn(sentence).length
    if (count > longestSentence) wrong.push(`a sentence of ${count} words: “${sentence}”`)
  }
  const age = readingAgeOf(text)
  if (wordsIn(text).length >= enoughWords && age > oldestReadingAge)
    wrong.push(`reading age ${age.toFixed(1)}, above ${oldestReadingAge}`)
  return wrong
}
