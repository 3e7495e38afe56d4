import { z } from 'zod'
import { act } from '@/db/act'
import { searches } from '@/db/schema/access'
import { newId } from '@/lib/id'

const input = z.strictObject({
  q: z
    .string({ error: 'Type a name, an NHS number or a date of birth.' })
    .trim()
    .min(1, 'Type a name, an NHS number or a date of birth.')
    .max(200, 'Use 200 letters or fewer.'),
})

/** Keeps what was typed under an opaque id, so that the page with the results has no name in its address. */
export const searchPeople = act(
  'searchPeople',
  input,
  async (ctx, { q }) => {
    const searchId = newId()
    await ctx.client.query('select app.forget_day_old()')
    await ctx.db.insert(searches).values({
      partnershipId: ctx.actor.partnershipId,
      id: searchId,
      staffId: ctx.actor.staffId,
      kind: 'search',
      typed: { q },
    })
    ctx.about({ recordId: searchId })
    return { searchId }
  },
  { secret: true },
)
