import { z } from 'zod'
import { act } from '@/db/act'
import { notFound, refused } from '@/lib/errors'
import { id } from '@/lib/id'

/** Another session of one's own: a computer one forgot to sign out of. It is refused on its very next request. */
export const endSession = act('endSession', z.strictObject({ sessionId: id }), async (ctx, { sessionId }) => {
  if (sessionId === ctx.actor.sessionId) throw refused('This is where you are now. Use Sign out to end it.')
  const { rowCount } = await ctx.client.query(
    'update app.sessions set revoked_at = now() where id = $1 and staff_id = $2 and revoked_at is null',
    [sessionId, ctx.actor.staffId],
  )
  if (!rowCount) throw notFound()
  ctx.about({ recordId: sessionId })
  return { role: ctx.actor.role }
})
