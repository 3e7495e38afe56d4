import { and, eq, isNull, sql } from 'drizzle-orm'
import { act } from '@/db/act'
import { helpLines } from '@/db/schema/family'
import { conflict, invalid, notFound } from '@/lib/errors'
import { helpLineForm } from '@/lib/help/lines'
import { id } from '@/lib/id'
import { version } from '@/lib/parse'

const input = helpLineForm.safeExtend({ lineId: id, version })

/** Changes a help line, or says that it was checked again. */
export const changeHelpLine = act(
  'changeHelpLine',
  input,
  async (ctx, { lineId, version: before, ...line }) => {
    if (line.checkedOn > ctx.today)
      throw invalid({ checkedOn: 'This day is in the future. Enter the day you checked it.' })
    const [found] = await ctx.db
      .select()
      .from(helpLines)
      .where(and(eq(helpLines.id, lineId), isNull(helpLines.removedAt)))
    if (!found) throw notFound()
    const done = await ctx.db
      .update(helpLines)
      .set({ ...line, byStaffId: ctx.actor.staffId, version: sql`${helpLines.version} + 1` })
      .where(and(eq(helpLines.id, lineId), eq(helpLines.version, before), isNull(helpLines.removedAt)))
    if (done.rowCount !== 1)
      throw conflict('Somebody else changed this line while you were writing. Nothing was overwritten.', {
        name: found.name,
        words: found.words,
        hours: found.hours,
        contact: found.contact,
        version: String(found.version),
      })
    ctx.about({ recordId: lineId })
    return { lineId }
  },
)
