import { z } from 'zod'
import { act } from '@/db/act'
import { roles } from '@/lib/access/roles'
import { invalid } from '@/lib/errors'
import { hashOfToken, tokenForm } from './session-token'

const input = z.strictObject({
  role: z.enum(roles, { error: 'Choose one of your roles.' }),
  /** The session's next token, made by the server and never by the client: the old one ends with the old role. */
  nextToken: z.string().regex(tokenForm),
})

/** One acting role at a time; another one that is held takes its place. */
export const switchRole = act(
  'switchRole',
  input,
  async (ctx, { role, nextToken }) => {
    const { rows } = await ctx.client.query('select app.switch_role($1, $2) as done', [
      role,
      hashOfToken(nextToken),
    ])
    if (!rows[0].done) throw invalid({ role: 'You do not hold that role today.' })
    // The rest of this transaction speaks with the new token: the old one is nobody's already.
    await ctx.client.query("select set_config('app.session', $1, true)", [nextToken])
    ctx.about({ recordId: ctx.actor.sessionId, detail: { from: ctx.actor.role, to: role } })
    return { role }
  },
  { secret: true },
)
