import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { act } from '@/db/act'
import { workerCards } from '@/db/schema/family'
import { conflict } from '@/lib/errors'
import { largestNumber } from '@/lib/parse'

const input = z.strictObject({
  phone: z
    .string()
    .trim()
    .refine((text) => text === '' || /^\+?[\d ]{5,20}$/.test(text), {
      error: 'Enter a number with nothing but digits and spaces, or leave it empty.',
    })
    .default(''),
  words: z.string().trim().max(200, 'Use 200 letters or fewer.').default(''),
  version: z.coerce.number().int().nonnegative().max(largestNumber),
})

/** A worker says how the young people they help reach them: a number, and when they are in. */
export const writeMyCard = act('writeMyCard', input, async (ctx, { phone, words, version }) => {
  const { partnershipId, staffId } = ctx.actor
  const done =
    version === 0
      ? await ctx.db
          .insert(workerCards)
          .values({ partnershipId, staffId, phone, words })
          .onConflictDoNothing()
      : await ctx.db
          .update(workerCards)
          .set({ phone, words, version: sql`${workerCards.version} + 1` })
          .where(and(eq(workerCards.staffId, staffId), eq(workerCards.version, version)))
  if (done.rowCount !== 1) {
    const [now] = await ctx.db.select().from(workerCards).where(eq(workerCards.staffId, staffId))
    throw conflict('You changed this in another window. Nothing was overwritten.', {
      phone: now?.phone ?? '',
      words: now?.words ?? '',
      version: String(now?.version ?? 0),
    })
  }
  return { staffId }
})
