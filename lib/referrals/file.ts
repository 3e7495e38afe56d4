import { type Day, day } from '@/lib/day'
import { type EthnicFact, parseEthnicCode, parseSexCode, type SexFact } from '@/lib/people/equality'
import { type NhsNumber, parseNhsNumber } from '@/lib/people/nhs-number'
import { type Source, sources } from '@/lib/referrals/referral'

/** The columns of a referrals file, and what each holds, in the words shown beside the upload. */
export const columns = {
  referral_id: 'The sender’s own number for this referral. Needed, and different on each line.',
  person_id: 'The sender’s own number for the young person. Needed when there is no NHS number.',
  nhs_number: 'NHS number, 10 digits. Spaces are fine.',
  given_name: 'First name',
  family_name: 'Last name',
  known_as: 'What they like to be called',
  sex: 'F, M, I (neither) or X (not known)',
  date_of_birth: 'Needed. 2010-03-04 or 04/03/2010.',
  postcode:
    'Postcode where they live. Anything that is not a postcode is kept and counted as place not known.',
  referral_date: 'Needed. 2027-03-04 or 04/03/2027.',
  source: 'National code of who referred, such as A1 for a GP practice',
  reason: 'Why, in the referrer’s words',
  ethnic_category: 'National code A to S, Z (not stated) or 99 (not known)',
  accepted: '1 or yes when the referral was accepted, 0 or no when it was not; empty while undecided',
} as const
export type Column = keyof typeof columns
export const columnKeys = Object.keys(columns) as Column[]
const neededColumns: readonly Column[] = ['referral_id', 'date_of_birth', 'referral_date']

export type ReferralLine = {
  referralId: string
  personId: string | undefined
  nhsNumber: NhsNumber | undefined
  givenName: string
  familyName: string
  knownAs: string
  sex: SexFact | undefined
  born: Day
  /** as typed; the importer finds its place */
  postcode: string
  referredOn: Day
  source: Source | undefined
  words: string
  ethnicCategory: EthnicFact | undefined
  accepted: boolean | undefined
}

export type Problem = { column: Column; because: string }
type LineAnswer = { ok: true; value: ReferralLine } | { ok: false; problems: Problem[] }

/**
 * Checks the first line of a file. Unknown columns are refused, not ignored: a misspelt heading would lose a whole column
 * without anybody noticing.
 * @returns the columns in the order of the file, or a sentence for each thing wrong
 */
export const readHeadings = (
  headings: readonly string[],
): { ok: true; columns: Column[] } | { ok: false; because: string[] } => {
  const found = headings.map((heading) =>
    heading
      .replace(/^\uFEFF/, '')
      .trim()
      .toLowerCase(),
  )
  const because: string[] = []
  const unknown = found.filter((heading) => !(heading in columns))
  if (unknown.length > 0)
    because.push(
      `The file has ${unknown.length === 1 ? 'a column' : 'columns'} we do not know: ${unknown.map((u) => `"${u}"`).join(', ')}. The columns are ${columnKeys.join(', ')}.`,
    )
  const twice = [...new Set(found.filter((heading, i) => found.indexOf(heading) !== i))]
  if (twice.length > 0) because.push(`The file has ${twice.map((t) => `"${t}"`).join(', ')} more than once.`)
  const missing = neededColumns.filter((column) => !found.includes(column))
  if (missing.length > 0) because.push(`The file has no column ${missing.map((m) => `"${m}"`).join(', ')}.`)
  if (!found.includes('person_id') && !found.includes('nhs_number'))
    because.push(
      'The file has no column "person_id" or "nhs_number". One of them is needed to know who is who.',
    )
  return because.length > 0 ? { ok: false, because } : { ok: true, columns: found as Column[] }
}

/** One line becomes a referral, or a sentence for each column that is wrong. Spaces around a value never matter. */
export const readLine = (
  line: Partial<Record<Column, string>>,
  { allowTest, today }: { allowTest: boolean; today: Day },
): LineAnswer => {
  const problems: Problem[] = []
  const text = (column: Column) => (line[column] ?? '').trim()
  const wrong = (column: Column, because: string) => {
    problems.push({ column, because })
  }
  const taken = <T>(
    column: Column,
    answer: { ok: true; value: T } | { ok: false; because: string },
  ): T | undefined => {
    if (answer.ok) return answer.value
    wrong(column, answer.because)
    return undefined
  }
  const aDay = (column: Column, name: string): Day | undefined => {
    const written = text(column)
    if (written === '') return void wrong(column, `The ${name} is missing.`)
    const read = readDay(written)
    if (read === undefined)
      return void wrong(
        column,
        `"${written}" is not a real date. Write ${name === 'birth date' ? '2010-03-04 or 04/03/2010' : '2027-03-04 or 04/03/2027'}.`,
      )
    if (read > today) return void wrong(column, `The ${name} ${written} is in the future.`)
    return read
  }

  const referralId = text('referral_id')
  if (referralId === '') wrong('referral_id', 'The referral number is missing.')
  if (referralId.length > 100) wrong('referral_id', 'The referral number is longer than 100 letters.')
  const personId = text('person_id')
  const nhsNumber =
    text('nhs_number') === ''
      ? undefined
      : taken('nhs_number', parseNhsNumber(text('nhs_number'), { allowTest }))
  if (personId === '' && text('nhs_number') === '')
    wrong('person_id', 'There is neither an NHS number nor a person number, so we cannot tell who this is.')
  const born = aDay('date_of_birth', 'birth date')
  const referredOn = aDay('referral_date', 'referral date')
  if (born && referredOn && born > referredOn)
    wrong('date_of_birth', 'The birth date is after the referral date.')
  const sex = taken('sex', parseSexCode(text('sex')))
  const ethnicCategory = taken('ethnic_category', parseEthnicCode(text('ethnic_category')))
  const code = text('source').toUpperCase()
  if (code !== '' && !(code in sources))
    wrong('source', `"${text('source')}" is not a national code for who referred, such as A1.`)
  const accepted = taken('accepted', readAccepted(text('accepted')))
  for (const column of ['given_name', 'family_name', 'known_as'] as const)
    if (text(column).length > 100) wrong(column, 'A name is longer than 100 letters.')
  if (text('postcode').length > 20) wrong('postcode', 'The postcode is longer than 20 letters.')
  if (text('reason').length > 10_000) wrong('reason', 'The reason is longer than 10,000 letters.')

  if (problems.length > 0 || !born || !referredOn) return { ok: false, problems }
  return {
    ok: true,
    value: {
      referralId,
      personId: personId || undefined,
      nhsNumber,
      givenName: text('given_name'),
      familyName: text('family_name'),
      knownAs: text('known_as'),
      sex,
      born,
      postcode: line.postcode ?? '',
      referredOn,
      source: (code || undefined) as Source | undefined,
      words: line.reason ?? '',
      ethnicCategory,
      accepted,
    },
  }
}

/** ISO, or day/month/year as people in England write it. Never month first. */
const readDay = (text: string): Day | undefined => {
  const british = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  const iso = british ? `${british[3]}-${british[2]!.padStart(2, '0')}-${british[1]!.padStart(2, '0')}` : text
  return day.safeParse(iso).success ? iso : undefined
}

const readAccepted = (
  text: string,
): { ok: true; value: boolean | undefined } | { ok: false; because: string } => {
  const word = text.toLowerCase()
  if (word === '') return { ok: true, value: undefined }
  if (['1', 'yes', 'y', 'true'].includes(word)) return { ok: true, value: true }
  if (['0', 'no', 'n', 'false'].includes(word)) return { ok: true, value: false }
  return {
    ok: false,
    because: `"${text}" does not say if the referral was accepted. Write 1 or 0, or leave it empty.`,
  }
}

/**
 * Problems that only the whole file shows, by line number (the heading is line 1).
 * @param lines referral numbers with the line each stands on
 */
export const duplicates = (
  lines: readonly { line: number; referralId: string }[],
): { line: number; because: string }[] => {
  const first = new Map<string, number>()
  const problems: { line: number; because: string }[] = []
  for (const { line, referralId } of lines) {
    const earlier = first.get(referralId)
    if (earlier === undefined) first.set(referralId, line)
    else problems.push({ line, because: `Referral number "${referralId}" is already on line ${earlier}.` })
  }
  return problems
}
