import { z } from 'zod'

/** A field that may be sent no times, once or often (checkboxes): always a list afterwards. */
export const many = <T extends z.ZodType>(item: T) =>
  z.preprocess((sent) => (sent === undefined ? [] : Array.isArray(sent) ? sent : [sent]), z.array(item))

/** A box on its own: ticked or not sent at all. */
export const ticked = z
  .literal('yes')
  .optional()
  .transform((sent) => sent === 'yes')

/** The largest whole number that the database counts with. */
export const largestNumber = 2_147_483_647

/** The version of the record that a form was opened on. */
export const version = z.coerce.number().int().positive().max(largestNumber)

/** A field that may be left empty. Kept as typed. */
export const optionalText = z.string().max(10_000, 'Use 10,000 letters or fewer.').default('')

/** A field that must say something. Kept as typed: own words are never tidied. */
export const requiredText = (sentence: string) =>
  z
    .string({ error: sentence })
    .max(10_000, 'Use 10,000 letters or fewer.')
    .refine((text) => text.trim() !== '', { error: sentence })

/** A NUL, or half of a pair of surrogates: no keyboard makes them, a broken paste does, and no database keeps them as text. */
const unkeepable = /\0|\p{Surrogate}/u

/** The fields of what was sent in which there is text that cannot be kept; 'form' where it has no fields. */
export const cannotBeKept = (sent: unknown): string[] => {
  const isBroken = (value: unknown): boolean => {
    if (typeof value === 'string') return unkeepable.test(value)
    if (Array.isArray(value)) return value.some(isBroken)
    if (typeof value !== 'object' || value === null) return false
    return Object.entries(value).some(([name, inside]) => unkeepable.test(name) || isBroken(inside))
  }
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return isBroken(sent) ? ['form'] : []
  const names = Object.entries(sent).flatMap(([name, value]) =>
    unkeepable.test(name) ? ['form'] : isBroken(value) ? [name] : [],
  )
  return [...new Set(names)]
}
