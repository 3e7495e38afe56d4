import { z } from 'zod'
import type { Relationship } from '@/lib/people/relationships'

/** People who matter, but are not asked: they are no parent or carer. */
export const notReminded: readonly Relationship[] = ['sibling', 'friend', 'partner', 'school', 'gp']

/** How long before a meeting somebody is reminded. */
export const hoursBefore = {
  '2': '2 hours before',
  '24': 'The day before, at the same time',
  '48': '2 days before, at the same time',
} as const
export type HoursBefore = keyof typeof hoursBefore

export const hours = z.enum(Object.keys(hoursBefore) as [HoursBefore, ...HoursBefore[]], {
  error: 'Choose how long before.',
})

/** An address that may be written to; empty when there is none. */
export const mailAddress = z
  .string()
  .trim()
  .max(254, 'Use 254 letters or fewer.')
  .refine((text) => text === '' || z.email().safeParse(text).success, {
    error: 'Enter an e-mail address such as name@example.com.',
  })
  .default('')
