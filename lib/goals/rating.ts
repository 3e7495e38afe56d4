import { z } from 'zod'
import type { Role } from '@/lib/access/roles'
import { type Day, day } from '@/lib/day'

export const raters = {
  'young-person': 'Young person',
  'parent-or-carer': 'Parent or carer',
  clinician: 'Clinician',
} as const
export type Rater = keyof typeof raters
export const raterKeys = Object.keys(raters) as [Rater, ...Rater[]]

/** Anyone beside the young person may write down their rating or a parent's; a clinician's own is for clinicians. */
export const mayRateAs = (role: Role, rater: Rater): boolean =>
  rater !== 'clinician' || role === 'clinician' || role === 'team-lead'

export const notTodayReasons = {
  'no-time': 'Ran out of time',
  'did-not-want-to': 'Did not want to',
  'too-hard-today': 'Too hard today',
  'no-longer-fits': 'The goal no longer fits',
} as const
export type NotTodayReason = keyof typeof notTodayReasons

/** '6', or 'not today (too hard today)'. */
export const ratingInWords = (rating: { value: number | null; notToday?: NotTodayReason | null }): string =>
  rating.value !== null
    ? String(rating.value)
    : rating.notToday
      ? `not today (${notTodayReasons[rating.notToday].toLowerCase()})`
      : 'not today'

/** The words under the scale. Our own: printed sheets of others are licensed. */
export const anchors = { 0: 'no closer yet', 5: 'about half way', 10: 'I have got there' } as const

export const highest = 10

type RatingAnswer = { ok: true; value: number } | { ok: false; because: string }

/** Text becomes a rating from 0 to 10, or a sentence saying why not. 0 is an answer; empty is not 0. */
export const parseRating = (text: string): RatingAnswer => {
  const typed = text.trim()
  if (typed === '') return { ok: false, because: 'Choose a number, or “Not today”.' }
  if (!/^(\d|10)$/.test(typed)) return { ok: false, because: 'A rating is a whole number from 0 to 10.' }
  return { ok: true, value: Number(typed) }
}

/**
 * One answer to "how close do you feel?": a number, or "not today" with its reason. A later correction is a new rating
 * that withdraws this one; nothing is overwritten.
 */
export type Rating = {
  rater: Rater
  on: Day
  /** null for "not today" */
  value: number | null
  notToday?: NotTodayReason | null
}

/** What the rating form sends for one goal: `value` '0' to '10' or 'not-today'. */
export const newRating = z
  .strictObject({
    rater: z.enum(raterKeys, { error: 'Say who is rating.' }),
    on: day,
    value: z.string().default(''),
    notToday: z
      .union([z.enum(Object.keys(notTodayReasons) as [NotTodayReason, ...NotTodayReason[]]), z.literal('')], {
        error: 'Choose why not today.',
      })
      .default(''),
    words: z.string().max(2000, 'Use 2,000 letters or fewer.').default(''),
  })
  .transform((typed, ctx): Rating & { words: string } => {
    const { rater, on, words } = typed
    if (typed.value === 'not-today') {
      if (typed.notToday !== '') return { rater, on, value: null, notToday: typed.notToday, words }
      ctx.addIssue({ code: 'custom', path: ['notToday'], message: 'Choose why not today.' })
      return z.NEVER
    }
    const answer = parseRating(typed.value)
    if (answer.ok) return { rater, on, value: answer.value, notToday: null, words }
    ctx.addIssue({ code: 'custom', path: ['value'], message: answer.because })
    return z.NEVER
  })
export type NewRating = z.infer<typeof newRating>
