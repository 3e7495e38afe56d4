import { z } from 'zod'
import { day } from '@/lib/day'
import { ticked } from '@/lib/parse'
import { normalisePostcode } from '@/lib/places/postcode'

/**
 * Where someone lives, from a day on. A move is a new address; a mistake is a correction of the old one, because places
 * are fixed on the referral and only a corrected address may change them.
 */
export const address = z
  .strictObject({
    lines: z.string().trim().max(500, 'Use 500 letters or fewer.').default(''),
    postcode: z.string().max(20, 'Use 20 letters or fewer.').default(''),
    from: day,
    noFixedAddress: ticked,
  })
  .superRefine((value, ctx) => {
    if (normalisePostcode(value.postcode).kind === 'nonsense')
      ctx.addIssue({
        code: 'custom',
        path: ['postcode'],
        message: 'This is not a postcode. Enter one like CM8 2AB, or leave it empty.',
      })
  })
export type Address = z.infer<typeof address>

/** The address that held on a day: the latest that began on or before it. */
export const addressOn = <T extends { from: string }>(history: readonly T[], on: string): T | undefined =>
  history.filter((one) => one.from <= on).sort((a, b) => (a.from < b.from ? 1 : -1))[0]
