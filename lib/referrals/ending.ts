import { z } from 'zod'
import { addMonths, type Day, day } from '@/lib/day'
import { type EndingKind, endingKinds } from './referral'

export const ending = z.strictObject({
  how: z.enum(Object.keys(endingKinds) as [EndingKind, ...EndingKind[]], {
    error: 'Choose how it ended.',
  }),
  endedOn: day,
  words: z
    .string({ error: 'Write what was agreed, or what happened.' })
    .max(10_000, 'Use 10,000 letters or fewer.')
    .refine((text) => text.trim() !== '', { error: 'Write what was agreed, or what happened.' }),
})

/** Until when they can come back without a new referral; nobody is invited back after a death. */
export const comeBackUntil = (how: EndingKind, endedOn: Day, months: number): Day | null =>
  how === 'died' ? null : addMonths(endedOn, months)
