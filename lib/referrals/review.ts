import type { Column, ReferralLine } from './file'

/** What a line of a referrals file turns out to be when it is set against the record. */
export const rowKinds = {
  new: 'New',
  changed: 'Changed',
  same: 'Already here',
  problem: 'Cannot be imported',
} as const
export type RowKind = keyof typeof rowKinds
export const rowKindKeys = Object.keys(rowKinds) as [RowKind, ...RowKind[]]

/** Lines in one file: an import is one transaction, and larger ones would keep others waiting. */
export const mostLines = 5000

/** What a line says, by column, in one form: '04/03/2010' and '2010-03-04' say the same. Empty cells say nothing. */
export const saidBy = (line: ReferralLine): Partial<Record<Column, string>> => {
  const said: Partial<Record<Column, string | undefined>> = {
    person_id: line.personId,
    nhs_number: line.nhsNumber,
    given_name: line.givenName,
    family_name: line.familyName,
    known_as: line.knownAs,
    sex: line.sex,
    date_of_birth: line.born,
    postcode: line.postcode.replace(/\s/g, '').toUpperCase(),
    referral_date: line.referredOn,
    source: line.source,
    reason: line.words,
    ethnic_category: line.ethnicCategory,
    accepted: line.accepted === undefined ? undefined : line.accepted ? 'yes' : 'no',
  }
  return Object.fromEntries(Object.entries(said).filter(([, text]) => text))
}

/** A later file may correct these. Who someone is and when they were referred is put right by people, on the record. */
export const changeable: readonly Column[] = [
  'given_name',
  'family_name',
  'known_as',
  'sex',
  'postcode',
  'source',
  'reason',
  'ethnic_category',
  'accepted',
]

export const fixedSentence = (columns: readonly Column[]): string =>
  `An earlier file said something else of ${columns.join(' and ')}. Put that right on the young person’s own page.`

/**
 * Whether a file may change what became of a referral here: only while it still waits.
 * @returns a sentence, or undefined when it may
 */
export const decidedSentence = (status: string, accepted: boolean): string | undefined => {
  if (status === 'waiting' || (accepted && status !== 'declined') || (!accepted && status === 'declined'))
    return undefined
  return accepted
    ? 'The file says accepted, and here this referral was declined. Decide it on its own page.'
    : 'The file says not accepted, and here this referral was accepted. Decide it on its own page.'
}
