import { eq } from 'drizzle-orm'
import type { Ctx } from '@/db/door'
import { type Identity, identityOf } from '@/db/people/identity'
import { episodes } from '@/db/schema/episodes'
import { notFound, refused } from '@/lib/errors'

/**
 * The young person whose pages these are. Whose they are says the session and nothing else: no form and no address names a person.
 * @throws not found for anybody else
 */
export const ownIdentity = (ctx: Ctx): Promise<Identity> => {
  if (ctx.actor.role !== 'young-person' || !ctx.actor.personId) throw notFound()
  return identityOf(ctx, ctx.actor.personId)
}

/**
 * Their open episode, held until the transaction ends: a change of theirs and one of a worker take turns.
 * @throws refused when nobody is with them now; their record stays, to read
 */
export async function ownEpisodeHeld(ctx: Ctx) {
  const identity = await ownIdentity(ctx)
  if (identity.episode.status !== 'open')
    throw refused('You are not with a team just now. You can read your pages. To come back, tell the team.')
  await ctx.db
    .select({ id: episodes.id })
    .from(episodes)
    .where(eq(episodes.id, identity.episode.id))
    .for('no key update')
  return identity
}
