import { dayFromParts, inWords } from '@/lib/day'
import { shownName } from './names'
import { parseNhsNumber } from './nhs-number'

/** What one search box may hold: any of a name, an NHS number and a date of birth. */
export type PersonQuery = {
  /** Ten digits that pass the check digit. */
  nhsNumber: string | null
  born: string | null
  /** What is left: taken as a name. */
  words: string
  /** Something that looks like an NHS number and is none. */
  problem: string | null
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** 14/05/2010, 14.5.2010, 2010-05-14 or 14 May 2010. Never month first. */
const written =
  /(?<![\d/.-])(?:(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})|(?<d2>\d{1,2})[/. -](?<m2>\d{1,2})[/. -](?<y2>\d{4})|(?<d3>\d{1,2})\s+(?<name>[a-z]{3,9})\.?,?\s+(?<y3>\d{4}))(?![\d/.-])/i

/** Ten digits, spaced as people space them. Test numbers are found where they were let in. */
const tenDigits = /(?<!\d)\d(?:[ -]?\d){9}(?!\d)/

export const readQuery = (typed: string): PersonQuery => {
  let rest = typed.normalize('NFC').replace(/\s+/g, ' ').trim()
  let nhsNumber: string | null = null
  let problem: string | null = null
  const number = tenDigits.exec(rest)
  if (number) {
    const answer = parseNhsNumber(number[0], { allowTest: true })
    if (answer.ok) nhsNumber = answer.value
    else problem = answer.because
    rest = rest.replace(number[0], ' ')
  }
  let born: string | null = null
  const date = written.exec(rest)
  if (date) {
    const g = date.groups!
    const month = g.name ? String(months.indexOf(g.name.slice(0, 3).toLowerCase()) + 1) : (g.m ?? g.m2)!
    born = dayFromParts((g.d ?? g.d2 ?? g.d3)!, month, (g.y ?? g.y2 ?? g.y3)!) || null
    if (born) rest = rest.replace(date[0], ' ')
  }
  return { nhsNumber, born, words: rest.replace(/\s+/g, ' ').trim(), problem }
}

export type Found = {
  personId: string
  givenName: string
  familyName: string
  knownAs: string
  born: string
  nhsNumber: string | null
}

/** As app.plain() in the database: capitals, accents, apostrophes and stops make no difference. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’`.]/g, '')
    .toLowerCase()

const wordsOf = (text: string) =>
  plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

/** Why somebody was found, in words: said beside every result, so that nobody opens the wrong record. */
export const whyFound = (query: PersonQuery, found: Found): string => {
  const reasons: string[] = []
  if (query.nhsNumber && query.nhsNumber === found.nhsNumber) reasons.push('same NHS number')
  if (query.born && query.born === found.born) reasons.push(`born ${inWords(found.born)}`)
  const asked = wordsOf(query.words)
  if (asked.length > 0) {
    const full = wordsOf(`${found.givenName} ${found.familyName}`)
    const known = wordsOf(found.knownAs)
    const starts = (names: string[]) => asked.every((word) => names.some((name) => name.startsWith(word)))
    if (starts(full)) reasons.push('name')
    else if (known.length > 0 && starts([...known, ...full]))
      reasons.push(`known as ${shownName({ given: found.givenName, knownAs: found.knownAs })}`)
    else if (reasons.length === 0) reasons.push('name spelt nearly like this')
  }
  const sentence = reasons.join(', ')
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
