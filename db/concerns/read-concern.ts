import { z } from 'zod'
import { act } from '@/db/act'
import { identityOf } from '@/db/people/identity'
import { invalid, refused } from '@/lib/errors'
import { id } from '@/lib/id'
import { largestNumber } from '@/lib/parse'
import { concernHeld } from './held'

const input = z.strictObject({
  personId: id,
  concernId: id,
  /** How many additions stood on the page: one made meanwhile has not been read. */
  upTo: z.coerce.number({ error: 'Reload the page.' }).int().nonnegative().max(largestNumber),
})

/** Says that one has read a concern about safety, as far as it stood on the page. */
export const readConcern = act('readConcern', input, async (ctx, { personId, concernId, upTo }) => {
  await identityOf(ctx, personId)
  const { newest } = await concernHeld(ctx, personId, concernId)
  if (upTo > newest) throw invalid({ form: 'Reload the page, then read it again.' })
  const mine = await ctx.client.query({
    name: 'read-concern',
    text: `update concern_sightings s set read_up_to = greatest(s.read_up_to, $3), read_at = now(),
        unread = exists (
          select from concern_additions a where a.concern_id = $1 and a.number > $3 and a.by_staff_id <> $2)
      where s.concern_id = $1 and s.staff_id = $2`,
    values: [concernId, ctx.actor.staffId, upTo],
  })
  if (mine.rowCount === 0)
    throw refused('You do not have to say that you have read it: it is not for you to act on.')
  ctx.about({ recordId: concernId, detail: { upTo } })
  return { personId, concernId }
})
