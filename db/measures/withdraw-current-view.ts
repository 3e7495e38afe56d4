import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { act } from '@/db/act'
import { identityOf } from '@/db/people/identity'
import { corrections } from '@/db/schema/corrections'
import { currentViews } from '@/db/schema/measures'
import { conflict, notFound } from '@/lib/errors'
import { id } from '@/lib/id'
import { requiredText } from '@/lib/parse'

const input = z.strictObject({
  personId: id,
  viewId: id,
  because: requiredText('Say why it is taken out.'),
})

/** Takes out a Current View that was entered wrongly. The row stays, struck through, with the reason. */
export const withdrawCurrentView = act(
  'withdrawCurrentView',
  input,
  async (ctx, { personId, viewId, because }) => {
    await identityOf(ctx, personId)
    ctx.about({ recordId: viewId })
    const [view] = await ctx.db
      .select({ episodeId: currentViews.episodeId, partnershipId: currentViews.partnershipId })
      .from(currentViews)
      .where(and(eq(currentViews.id, viewId), eq(currentViews.personId, personId)))
    if (!view) throw notFound()
    const put = await ctx.db
      .insert(corrections)
      .values({
        ...view,
        recordId: viewId,
        kind: 'current-view',
        personId,
        because,
        byStaffId: ctx.actor.staffId,
      })
      .onConflictDoNothing()
    if (put.rowCount === 0) throw conflict('This entry was taken out while you were writing.')
    return { personId }
  },
)
