import { act } from '@/db/act'
import { helpLines } from '@/db/schema/family'
import { invalid } from '@/lib/errors'
import { helpLineForm } from '@/lib/help/lines'
import { newId } from '@/lib/id'

/** An administrator adds a line that was rung or opened, and says on which day. */
export const addHelpLine = act('addHelpLine', helpLineForm, async (ctx, line) => {
  if (line.checkedOn > ctx.today)
    throw invalid({ checkedOn: 'This day is in the future. Enter the day you checked it.' })
  const lineId = newId()
  await ctx.db
    .insert(helpLines)
    .values({ ...line, partnershipId: ctx.actor.partnershipId, id: lineId, byStaffId: ctx.actor.staffId })
  ctx.about({ recordId: lineId })
  return { lineId }
})
