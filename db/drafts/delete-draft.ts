import { z } from 'zod'
import { act } from '@/db/act'
import { draftFormNames } from '@/lib/drafts/forms'
import { notFound } from '@/lib/errors'
import { id } from '@/lib/id'

const input = z.strictObject({
  draftId: id,
  form: z.enum(draftFormNames),
  personId: id.optional(),
  recordId: id.optional(),
})

/** Its writer wants a draft gone. */
export const deleteDraft = act('deleteDraft', input, async (ctx, { draftId, form, personId, recordId }) => {
  ctx.about({ personId, recordId: draftId, detail: { form } })
  const gone = await ctx.client.query(
    'delete from drafts where partnership_id = $1 and id = $2 and staff_id = $3',
    [ctx.actor.partnershipId, draftId, ctx.actor.staffId],
  )
  if (gone.rowCount === 0) throw notFound()
  return { form, personId, recordId }
})
