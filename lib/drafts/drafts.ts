import { z } from 'zod'
import { isId } from '@/lib/id'

/** What stands in a form, by field name. */
export type Typed = Record<string, string | string[]>

/** A generous limit for one form; the acts have their own for each field. */
const mostFields = 500
const mostText = 200_000

const size = (input: Typed) =>
  Object.values(input).reduce(
    (sum, value) => sum + (typeof value === 'string' ? value : value.join('')).length,
    0,
  )

export const typedFields = z
  .record(z.string().max(200), z.union([z.string(), z.array(z.string()).max(mostFields)]))
  .refine((input) => Object.keys(input).length <= mostFields && size(input) <= mostText, {
    error: 'This is too long to keep as a draft. Save it in parts.',
  })

const bare = /^\d{0,4}$|^[a-z]+(-[a-z]+)*$/

/** The words among the fields of a form, without its numbers, days, choices and ids. */
export const wordsTyped = (fields: Typed): string[] => [
  ...new Set(
    Object.values(fields)
      .flat()
      .map((text) => text.trim())
      .filter((text) => !isId(text) && !bare.test(text)),
  ),
]
