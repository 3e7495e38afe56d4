import { z } from 'zod'
import { act } from '@/db/act'
import { notFound, refused } from '@/lib/errors'
import { id } from '@/lib/id'

/** A passkey that is not wanted any more, or whose device is lost. It signs in nowhere from now on. */
export const removePasskey = act(
  'removePasskey',
  z.strictObject({ passkeyId: id }),
  async (ctx, { passkeyId }) => {
    const { rows } = await ctx.client.query('select app.remove_passkey($1) as answer', [passkeyId])
    if (rows[0].answer === 'last')
      throw refused('This is your only way to sign in. Add another one first, or choose a password.')
    if (rows[0].answer !== 'done') throw notFound()
    ctx.about({ recordId: passkeyId })
  },
)
