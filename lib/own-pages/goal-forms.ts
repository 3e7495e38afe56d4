import { z } from 'zod'
import { id } from '@/lib/id'
import { version } from '@/lib/parse'

/** Their own words, kept exactly. The sentences speak to them. */
const words = z
  .string({ error: 'Write your goal.' })
  .max(2000, 'Use 2,000 letters or fewer.')
  .refine((text) => text.trim() !== '', { error: 'Write your goal.' })
const few = z.string().max(2000, 'Use 2,000 letters or fewer.').default('')

export const ownNewGoal = z.strictObject({
  words,
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Choose the language from the list.')
    .default('en'),
  firstStep: few,
  /** Why there is a fourth, when there are three open already. */
  fourthBecause: few,
})

export const ownChange = z.strictObject({ goalId: id, version, words })

/** Why a goal ends, as they would say it; each is one of the reasons of the record. */
export const ownEndReasons = {
  reached: 'I have got there',
  'stop-for-now': 'I want to stop for now',
  'no-longer-fits': 'It is not what I want any more',
} as const

export const ownEnding = z.strictObject({
  goalId: id,
  version,
  because: z.enum(
    Object.keys(ownEndReasons) as [keyof typeof ownEndReasons, ...(keyof typeof ownEndReasons)[]],
    {
      error: 'Choose why your goal ends.',
    },
  ),
  words: few,
})

export const ownStar = z.strictObject({ goalId: id, starred: z.enum(['yes', 'no']) })
