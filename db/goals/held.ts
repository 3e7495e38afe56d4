import type { Ctx } from '@/db/door'
import { identityOf } from '@/db/people/identity'
import { notFound, refused } from '@/lib/errors'
import { isId } from '@/lib/id'

const noneOpen = 'Goals belong to an open episode. Accept the referral or come back first.'

/**
 * The open episode in which a goal is agreed, rated or ended, held until the transaction ends: of two people at once the
 * second sees what the first one did. Marks the record as opened.
 * @throws not found out of reach; refused when no episode is open
 */
export async function holdOpenEpisode(ctx: Ctx, personId: string): Promise<{ id: string }> {
  if (!isId(personId)) throw notFound()
  // One prepared statement under one table's policies: this stands in the path of every rating.
  const { rows } = await ctx.client.query<{ id: string; status: string }>({
    name: 'hold-episode',
    text: `select id, status from episodes where person_id = $1
      order by array_position(array['open', 'waiting', 'ended', 'declined'], status), referred_on desc, made_at desc
      limit 1 for no key update`,
    values: [personId],
  })
  const episode = rows[0]
  if (!episode) throw notFound()
  ctx.about({ personId })
  if (episode.status !== 'open') throw refused(noneOpen)
  return { id: episode.id }
}

/** The same with who they are, for an act that needs it. */
export async function openEpisodeHeld(ctx: Ctx, personId: string) {
  const identity = await identityOf(ctx, personId)
  if (identity.episode.status !== 'open') throw refused(noneOpen)
  await holdOpenEpisode(ctx, personId)
  return identity
}
