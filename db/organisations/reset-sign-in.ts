import { z } from 'zod'
import { act } from '@/db/act'
import { refused } from '@/lib/errors'
import { id } from '@/lib/id'
import { heldStaff } from './held'

const input = z.strictObject({
  staffId: id,
  /** Of the temporary password, which never comes this way: whoever calls the act shows it once. */
  passwordHash: z.string().startsWith('$argon2id$'),
})

/** A forgotten password or a lost phone, put right face to face: a temporary password, no second step, every session ended. */
export const resetSignIn = act(
  'resetSignIn',
  input,
  async (ctx, { staffId, passwordHash }) => {
    const held = await heldStaff(ctx, staffId)
    if (held.id === ctx.actor.staffId)
      throw refused('Nobody can do this for themselves. Change your password under Your account.')
    if (held.status === 'left') throw refused('They have left. Add them anew when they come back.')
    const { rows } = await ctx.client.query('select app.reset_sign_in($1, $2) as done', [
      held.id,
      passwordHash,
    ])
    if (!rows[0].done) throw refused('This account cannot be given a password.')
    return { staffId: held.id, name: held.name }
  },
  { secret: true },
)
