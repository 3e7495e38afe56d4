import { z } from 'zod'

/** Outer spaces go; what is inside a name stays as the person writes it (O’Brien, Nguyễn, de la Cruz, J). */
const name = (missing: string) =>
  z
    .string({ error: missing })
    .trim()
    .min(1, missing)
    .max(100, 'Use 100 letters or fewer.')
    .refine((text) => /\p{L}/u.test(text), 'A name needs at least one letter.')
    .refine((text) => !/\p{Cc}/u.test(text), 'A name cannot hold tabs or line breaks.')

const optional = (max: number) => z.string().trim().max(max, `Use ${max} letters or fewer.`).default('')

export const names = z.strictObject({
  given: name('Enter the first name.'),
  family: name('Enter the last name.'),
  /** What they want to be called; empty means their first name. */
  knownAs: optional(100),
  /** In their own words, such as 'she/her' or 'they/them'. */
  pronouns: optional(50),
})
export type Names = z.infer<typeof names>

/** What they are called, on every page. */
export const shownName = ({ given, knownAs }: { given: string; knownAs?: string | null }): string =>
  knownAs?.trim() || given

/** Known-as and family name, where two people could be mixed up: 'Sam Okafor'. */
export const fullName = (n: { given: string; family: string; knownAs?: string | null }): string =>
  `${shownName(n)} ${n.family}`

/** Known-as name and an initial, 'Sam O.': all that stands on paper unless somebody chooses the whole name. */
export const shortName = (n: { given: string; family: string; knownAs?: string | null }): string =>
  `${shownName(n)} ${[...n.family.trim()][0]?.toUpperCase() ?? ''}.`
