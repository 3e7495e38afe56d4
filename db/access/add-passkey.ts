import { z } from 'zod'
import { act } from '@/db/act'
import { refused } from '@/lib/errors'
import { newId } from '@/lib/id'
import { longestAnswer, madePasskey } from './passkey'

const input = z.strictObject({
  answer: z.string().max(longestAnswer),
  name: z.string().trim().max(60, 'Use 60 letters or fewer.').default(''),
})

/** A passkey of one's own, which signs in from now on. */
export const addPasskey = act(
  'addPasskey',
  input,
  async (ctx, { answer, name }) => {
    const made = await madePasskey(answer, `session ${ctx.actor.sessionId}`, name || 'My device')
    const passkeyId = newId()
    const { rows } = made
      ? await ctx.client.query('select app.add_passkey($1, $2, $3, $4, $5, $6) as done', [
          passkeyId,
          made.credentialId,
          made.publicKey,
          made.counter,
          made.transports,
          made.name,
        ])
      : { rows: [{ done: false }] }
    if (!rows[0].done) throw refused('That did not work. Try again.')
    ctx.about({ recordId: passkeyId })
  },
  { secret: true },
)
