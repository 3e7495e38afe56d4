import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { act } from '@/db/act'
import { putRight } from '@/db/corrections/put-right'
import { identityOf } from '@/db/people/identity'
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
      .select()
      .from(currentViews)
      .where(and(eq(currentViews.id, viewId), eq(currentViews.personId, personId)))
    if (!view) throw notFound()
    if (!(await putRight(ctx, 'current-view', [view], { because })))
      throw conflict('This entry was taken out while you were writing.')
    return { personId }
  },
)
