import { z } from 'zod'

/** A field that may be sent no times, once or often (checkboxes): always a list afterwards. */
export const many = <T extends z.ZodType>(item: T) =>
  z.preprocess((sent) => (sent === undefined ? [] : Array.isArray(sent) ? sent : [sent]), z.array(item))

/** A box on its own: ticked or not sent at all. */
export const ticked = z
  .literal('yes')
  .optional()
  .transform((sent) => sent === 'yes')

/** The version of the record that a form was opened on. */
export const version = z.coerce.number().int().positive()

/** A field that may be left empty. Kept as typed. */
export const optionalText = z.string().max(10_000, 'Use 10,000 letters or fewer.').default('')

/** A field that must say something. Kept as typed: own words are never tidied. */
export const requiredText = (sentence: string) =>
  z
    .string({ error: sentence })
    .max(10_000, 'Use 10,000 letters or fewer.')
    .refine((text) => text.trim() !== '', { error: sentence })
