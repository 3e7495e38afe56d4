import { z } from 'zod'
import { lastRatingRuleKeys } from '@/lib/goals/last-rating'
import { ticked } from '@/lib/parse'

const between = (low: number, high: number, what: string) =>
  z
    .string({ error: `Enter ${what} from ${low} to ${high}.` })
    .trim()
    .regex(/^\d{1,3}$/, `Enter ${what} from ${low} to ${high}, in figures.`)
    .transform(Number)
    .refine((n) => n >= low && n <= high, { error: `Enter ${what} from ${low} to ${high}.` })

/** What each partnership may set for itself, and how far. The database holds the same limits. */
export const settings = z.strictObject({
  idleMinutes: between(15, 60, 'minutes'),
  hiddenLimit: between(5, 10, 'a number'),
  comeBackMonths: between(1, 36, 'months'),
  secondStep: ticked,
  showLastRating: z
    .enum(lastRatingRuleKeys, { error: 'Choose when the last rating is shown.' })
    .default('after'),
})
