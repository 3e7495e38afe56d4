import { fullName, shownName } from '@/lib/people/names'

/** The names of a young person as a row has them. */
export type Named = { given_name: string; family_name: string; known_as: string }

export const nameOf = (row: Named) =>
  fullName({ given: row.given_name, family: row.family_name, knownAs: row.known_as })
export const shownOf = (row: Named) => shownName({ given: row.given_name, knownAs: row.known_as })
