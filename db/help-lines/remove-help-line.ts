import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { act } from '@/db/act'
import { helpLines } from '@/db/schema/family'
import { notFound } from '@/lib/errors'
import { id } from '@/lib/id'

/** A line that answers no more is shown no more. When none is left, the national ones are shown. */
export const removeHelpLine = act(
  'removeHelpLine',
  z.strictObject({ lineId: id }),
  async (ctx, { lineId }) => {
    const done = await ctx.db
      .update(helpLines)
      .set({ removedAt: sql`now()`, byStaffId: ctx.actor.staffId, version: sql`${helpLines.version} + 1` })
      .where(and(eq(helpLines.id, lineId), isNull(helpLines.removedAt)))
    if (done.rowCount !== 1) throw notFound()
    ctx.about({ recordId: lineId })
    return { lineId }
  },
)
