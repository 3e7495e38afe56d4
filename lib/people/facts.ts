import {
  careExperiences,
  circumstances,
  disabilities,
  ethnicCategories,
  genderIdentities,
  notRecordedInWords,
  notSaid,
  sexes,
  yesNo,
} from '@/lib/people/equality'

type Fact = {
  label: string
  options: Record<string, string>
  /** Several may be chosen; stored as codes with a comma between. */
  several?: boolean
  /** Their own words are asked for beside the choice, in these words. */
  ownWords?: string
}

const circumstance = (label: string): Fact => ({ label, options: yesNo })

/**
 * Every equality fact and circumstance that may be recorded, in the order they are asked. The key is what the record and
 * the published tables call it. No order of importance, and nothing here is added up.
 */
export const facts = {
  ethnicCategory: {
    label: 'Ethnic group',
    options: ethnicCategories,
    ownWords: 'How they describe it themselves',
  },
  sex: { label: 'Sex registered at birth', options: sexes },
  gender: { label: 'Gender', options: genderIdentities, ownWords: 'Gender in their own words' },
  care: { label: 'Care experience', options: careExperiences },
  disability: {
    label: 'Disability',
    options: disabilities,
    several: true,
    ownWords: 'What it means day to day, in their words',
  },
  ...(Object.fromEntries(
    Object.entries(circumstances).map(([key, label]) => [key, circumstance(label)]),
  ) as Record<keyof typeof circumstances, Fact>),
} as const satisfies Record<string, Fact>
export type FactKey = keyof typeof facts
export const factKeys = Object.keys(facts) as FactKey[]
export const factOf = (key: FactKey): Fact => facts[key]

/** Said on the page above the questions, because nobody should have to guess why we ask. */
export const whyWeAsk =
  'We ask so that we can see if our help reaches everyone and works as well for everyone. Nobody has to answer. “Chose not to say” is an answer, and it changes nothing about the help.'

/** A stored value in words; several codes are listed. Nothing stored reads "Not recorded". */
export const factValueInWords = (key: FactKey, value: string | null | undefined): string => {
  if (value == null) return notRecordedInWords
  if (value in notSaid) return notSaid[value as keyof typeof notSaid]
  const options = factOf(key).options
  return value
    .split(',')
    .map((code) => options[code] ?? code)
    .join(', ')
}
