import { z } from 'zod'

/**
 * Every equality fact is a value, or one of these two. A fact with no row at all is "not recorded".
 * The three are never merged with each other, nor with "no".
 */
export const notSaid = {
  'not-asked': 'Not asked',
  'chose-not-to-say': 'Chose not to say',
} as const
export const notRecordedInWords = 'Not recorded'

const keysOf = <T extends Record<string, string>>(labels: T) =>
  Object.keys(labels) as [keyof T & string, ...(keyof T & string)[]]

const fact = <T extends Record<string, string>>(labels: T, error: string) =>
  z.enum([...keysOf(labels), ...keysOf(notSaid)], { error })

/** NHS Data Model and Dictionary, ETHNIC CATEGORY (Census 2001 code letters; there is no I, O or Q). */
export const ethnicCategories = {
  A: 'White: English, Welsh, Scottish, Northern Irish or British',
  B: 'White: Irish',
  C: 'White: any other White background',
  D: 'Mixed: White and Black Caribbean',
  E: 'Mixed: White and Black African',
  F: 'Mixed: White and Asian',
  G: 'Mixed: any other mixed background',
  H: 'Asian or Asian British: Indian',
  J: 'Asian or Asian British: Pakistani',
  K: 'Asian or Asian British: Bangladeshi',
  L: 'Asian or Asian British: any other Asian background',
  M: 'Black or Black British: Caribbean',
  N: 'Black or Black British: African',
  P: 'Black or Black British: any other Black background',
  R: 'Chinese',
  S: 'Any other ethnic group',
} as const
type EthnicCategory = keyof typeof ethnicCategories
export const ethnicFact = fact(ethnicCategories, 'Choose an ethnic group from the list.')
export type EthnicFact = z.infer<typeof ethnicFact>

/** The five groups of the national statistics, each with its own code letters. */
const ethnicGroups = {
  white: { words: 'White', codes: ['A', 'B', 'C'] },
  mixed: { words: 'Mixed', codes: ['D', 'E', 'F', 'G'] },
  asian: { words: 'Asian or Asian British', codes: ['H', 'J', 'K', 'L'] },
  black: { words: 'Black or Black British', codes: ['M', 'N', 'P'] },
  other: { words: 'Chinese or any other ethnic group', codes: ['R', 'S'] },
} as const satisfies Record<string, { words: string; codes: readonly EthnicCategory[] }>
type EthnicGroup = keyof typeof ethnicGroups

export const ethnicGroupOf = (code: EthnicCategory): EthnicGroup =>
  (Object.keys(ethnicGroups) as EthnicGroup[]).find((group) =>
    (ethnicGroups[group].codes as readonly EthnicCategory[]).includes(code),
  )!

/**
 * A national code from a file. Blank means not recorded (undefined), Z that they chose not to say, 99 that nobody knows.
 * A second, local character after the letter is allowed by the standard and dropped.
 */
export const parseEthnicCode = (
  text: string,
): { ok: true; value: EthnicFact | undefined } | { ok: false; because: string } => {
  const code = text.trim().toUpperCase()
  if (code === '') return { ok: true, value: undefined }
  if (code === '99') return { ok: true, value: 'not-asked' }
  const letter = code.length === 2 ? code[0]! : code
  if (letter === 'Z') return { ok: true, value: 'chose-not-to-say' }
  if (letter in ethnicCategories) return { ok: true, value: letter as EthnicCategory }
  return {
    ok: false,
    because: `"${text.trim()}" is not a national ethnic category. Use A to S (not I, O or Q), Z for not stated or 99 for not known.`,
  }
}

/** The national code of a fact. Not asked and not recorded are 99 (not known), never Z (they declined). */
export const nationalEthnicCode = (fact: EthnicFact | undefined): EthnicCategory | 'Z' | '99' =>
  fact === undefined || fact === 'not-asked' ? '99' : fact === 'chose-not-to-say' ? 'Z' : fact

export const sexes = {
  female: 'Female',
  male: 'Male',
  indeterminate: 'Neither, or not clear at birth',
} as const
const sexFact = fact(sexes, 'Choose the sex registered at birth, or why it is missing.')
export type SexFact = z.infer<typeof sexFact>

/** The code or word of a file: F, M, 1, 2, 9 or X, or the words. */
export const parseSexCode = (
  text: string,
): { ok: true; value: SexFact | undefined } | { ok: false; because: string } => {
  const code = text.trim().toLowerCase()
  if (code === '') return { ok: true, value: undefined }
  if (code in sexCodes) return { ok: true, value: sexCodes[code]! }
  return { ok: false, because: `"${text.trim()}" is not a sex code. Use F, M, I (neither) or X (not known).` }
}
const sexCodes: Record<string, SexFact> = {
  f: 'female',
  female: 'female',
  '2': 'female',
  m: 'male',
  male: 'male',
  '1': 'male',
  i: 'indeterminate',
  '9': 'indeterminate',
  x: 'not-asked',
}

/** GENDER IDENTITY of the NHS Data Model and Dictionary: 1 to 4, Z and X. */
export const genderIdentities = {
  male: 'Boy or man, including trans boys and men',
  female: 'Girl or woman, including trans girls and women',
  'non-binary': 'Non-binary',
  other: 'Another gender, in their own words',
} as const
const genderFact = fact(genderIdentities, 'Choose a gender, or why it is missing.')

export const careExperiences = {
  'in-care': 'In care now',
  'left-care': 'Was in care before',
  never: 'Never in care',
} as const
const careFact = fact(careExperiences, 'Choose their care experience, or why it is missing.')

/** DISABILITY CODE of the NHS Data Model and Dictionary; ZZ (not stated) is 'chose-not-to-say' here. */
export const disabilities = {
  '01': 'Behaviour and emotions',
  '02': 'Hearing',
  '03': 'Use of the hands',
  '04': 'Memory, or learning and understanding',
  '05': 'Moving about',
  '06': 'Seeing danger',
  '07': 'Personal care',
  '08': 'A long-term physical condition',
  '09': 'Sight',
  '10': 'Speech',
  XX: 'Another disability',
  NN: 'No disability',
} as const
export type Disability = keyof typeof disabilities
export const disabilityFact = z.union(
  [
    z
      .array(z.enum(keysOf(disabilities)))
      .min(1, 'Choose at least one, or "No disability".')
      .refine((codes) => !codes.includes('NN') || codes.length === 1, {
        error: '"No disability" cannot stand beside a disability.',
      }),
    z.enum(keysOf(notSaid)),
  ],
  { error: 'Choose any disabilities, or why they are missing.' },
)

/**
 * The groups to watch in every view of access and outcome (THRIVE Framework and equality, i-THRIVE 2021).
 * Ethnic group and care experience have facts of their own above.
 */
export const circumstances = {
  'low-income': 'Money is short at home',
  exclusion: 'Excluded from school, or could be',
  'large-household': 'Three or more children at home',
  'parent-mental-health': 'A parent or carer has mental health difficulties',
  'youth-justice': 'Contact with youth justice',
  'physical-disability': 'Physical disability',
  'autism-or-learning-disability': 'Autism or a learning disability',
  'hard-childhood-events': 'Hard things happened in childhood',
  lgbt: 'Lesbian, gay, bisexual or trans',
} as const
export const circumstance = z.enum(keysOf(circumstances), { error: 'Choose a circumstance from the list.' })

export const yesNo = { yes: 'Yes', no: 'No' } as const
const yesNoFact = fact(yesNo, 'Choose yes, no, not asked, or chose not to say.')

export const circumstanceFacts = z.partialRecord(circumstance, yesNoFact)

/** All equality facts of one person; a key that is missing is "not recorded". */
export const equality = z.strictObject({
  ethnicCategory: ethnicFact.optional(),
  sex: sexFact.optional(),
  gender: genderFact.optional(),
  genderInOwnWords: z.string().trim().max(100, 'Use 100 letters or fewer.').optional(),
  care: careFact.optional(),
  disability: disabilityFact.optional(),
  circumstances: circumstanceFacts.default({}),
})
export type Equality = z.infer<typeof equality>
