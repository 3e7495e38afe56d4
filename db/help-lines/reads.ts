import { and, asc, eq, isNull } from 'drizzle-orm'
import { read } from '@/db/read'
import { helpLines as table } from '@/db/schema/family'
import { notFound } from '@/lib/errors'
import { needsChecking } from '@/lib/help/lines'
import { isId } from '@/lib/id'

/** The lines the service set, in their order, with those that have to be checked again; or one of them for its form. */
export const helpLines = read('helpLines', async (ctx, { lineId }: { lineId?: string } = {}) => {
  if (lineId !== undefined && !isId(lineId)) throw notFound()
  const rows = await ctx.db
    .select()
    .from(table)
    .where(and(isNull(table.removedAt), lineId ? eq(table.id, lineId) : undefined))
    .orderBy(asc(table.position), asc(table.madeAt))
  if (lineId && rows.length === 0) throw notFound()
  return {
    actor: ctx.actor,
    today: ctx.today,
    lines: rows.map(({ byStaffId, partnershipId, ...line }) => ({
      ...line,
      kind: line.kind as 'phone' | 'text' | 'web',
      stale: needsChecking(line.checkedOn, ctx.today),
    })),
  }
})
