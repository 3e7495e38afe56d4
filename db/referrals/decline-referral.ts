import { and, eq } from 'drizzle-orm'
import { act } from '@/db/act'
import { episodes } from '@/db/schema/episodes'
import { refused } from '@/lib/errors'
import { id } from '@/lib/id'
import { version } from '@/lib/parse'
import { decline } from '@/lib/referrals/referral'
import { changedMeanwhile, heldByUs } from './held'

const input = decline.extend({ episodeId: id, version })

/** Declines a referral, with a reason and what they can do instead. */
export const declineReferral = act('declineReferral', input, async (ctx, form) => {
  const held = await heldByUs(ctx, form.episodeId, form.version)
  if (held.status !== 'waiting') throw refused('This referral has been decided already.')
  const saved = await ctx.db
    .update(episodes)
    .set({
      status: 'declined',
      decidedAt: ctx.now,
      decidedBy: ctx.actor.staffId,
      declinedBecause: form.because,
      declinedWords: form.words,
      version: form.version + 1,
    })
    .where(and(eq(episodes.id, held.episodeId), eq(episodes.version, form.version)))
  if (saved.rowCount === 0) throw await changedMeanwhile(ctx, held.episodeId)
  return { episodeId: held.episodeId, personId: held.personId }
})
