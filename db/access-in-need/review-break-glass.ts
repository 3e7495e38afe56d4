import { z } from 'zod'
import { act } from '@/db/act'
import { conflict, notFound, refused } from '@/lib/errors'
import { id } from '@/lib/id'
import { requiredText, ticked } from '@/lib/parse'

const input = z.strictObject({
  entryId: id,
  words: requiredText('Write what you found.'),
  /** After this look the young person sees that their record was opened, unless that would not be safe. */
  keptFromThem: ticked,
})

/** The privacy officer has looked at a record opened in need, and says what they found. Once, and never at one's own. */
export const reviewBreakGlass = act(
  'reviewBreakGlass',
  input,
  async (ctx, { entryId, words, keptFromThem }) => {
    const { rows } = await ctx.client.query(
      'select staff_id, reviewed_at, review_words from app.break_glass where partnership_id = $1 and id = $2',
      [ctx.actor.partnershipId, entryId],
    )
    const entry = rows[0]
    if (!entry) throw notFound()
    if (entry.staff_id === ctx.actor.staffId)
      throw refused('You opened this record yourself. Somebody else has to look at it.')
    if (entry.reviewed_at)
      throw conflict('Somebody has looked at this already. Nothing was overwritten.', {
        words: entry.review_words,
      })
    const done = await ctx.client.query(
      `update app.break_glass set reviewed_at = now(), reviewed_by = $3, review_words = $4, kept_from_them = $5
     where partnership_id = $1 and id = $2 and reviewed_at is null`,
      [ctx.actor.partnershipId, entryId, ctx.actor.staffId, words, keptFromThem],
    )
    if (done.rowCount !== 1)
      throw conflict('Somebody looked at this while you were writing. Nothing was overwritten.')
    ctx.about({ recordId: entryId })
    return { entryId }
  },
)
