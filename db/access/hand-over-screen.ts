import { z } from 'zod'
import { act } from '@/db/act'
import { identityOf } from '@/db/people/identity'
import { notFound, refused } from '@/lib/errors'
import { id } from '@/lib/id'
import { hashOfToken, tokenForm } from './session-token'

const input = z.strictObject({
  personId: id,
  /** The session's next token, made by the server and never by the client. */
  nextToken: z.string().regex(tokenForm),
})

/**
 * Gives the screen to the young person: from here on this session opens their rating page and nothing else, in every tab,
 * until it is passed back.
 */
export const handOverScreen = act(
  'handOverScreen',
  input,
  async (ctx, { nextToken, ...about }) => {
    const { personId, episode } = await identityOf(ctx, about.personId)
    if (episode.status !== 'open')
      throw refused('Goals belong to an open episode, so there is nothing to rate now.')
    const { rows } = await ctx.client.query('select app.hand_over_screen($1, $2) as done', [
      personId,
      hashOfToken(nextToken),
    ])
    if (!rows[0].done) throw notFound()
    // The rest of this transaction speaks with the new token: the old one is nobody's already.
    await ctx.client.query("select set_config('app.session', $1, true)", [nextToken])
    ctx.about({ recordId: ctx.actor.sessionId })
    return { personId }
  },
  { secret: true },
)
