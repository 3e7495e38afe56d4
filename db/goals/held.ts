import { eq } from 'drizzle-orm'
import type { Ctx } from '@/db/door'
import { identityOf } from '@/db/people/identity'
import { episodes } from '@/db/schema/episodes'
import { refused } from '@/lib/errors'

/**
 * The open episode in which a goal is agreed, rated or ended, held until the transaction ends: of two people at once the
 * second sees what the first one did.
 * @throws not found out of reach; refused when no episode is open
 */
export async function openEpisodeHeld(ctx: Ctx, personId: string) {
  const identity = await identityOf(ctx, personId)
  if (identity.episode.status !== 'open')
    throw refused('Goals belong to an open episode. Accept the referral or come back first.')
  await ctx.db
    .select({ id: episodes.id })
    .from(episodes)
    .where(eq(episodes.id, identity.episode.id))
    .for('no key update')
  return identity
}
