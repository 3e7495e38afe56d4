import { and, eq } from 'drizzle-orm'
import { act } from '@/db/act'
import { identityOf } from '@/db/people/identity'
import { capacityDecisions } from '@/db/schema/family'
import { relationships } from '@/db/schema/people'
import { ageOn } from '@/lib/day'
import { invalid, notFound } from '@/lib/errors'
import { newId } from '@/lib/id'
import { newCapacity } from '@/lib/people/allowances'
import { presumedAbleFrom } from '@/lib/people/consent'

/** Records whether a young person under 16 was able to make one decision, and what showed it (Gillick). */
export const recordCapacity = act('recordCapacity', newCapacity, async (ctx, { personId, ...form }) => {
  const { born } = await identityOf(ctx, personId)
  if (form.assessedOn > ctx.today)
    throw invalid({ assessedOn: 'This day is in the future. Enter the day of the talk.' })
  if (ageOn(born, form.assessedOn) >= presumedAbleFrom)
    throw invalid({ form: 'From 16 they are presumed able to decide. Nothing is recorded here.' })
  if (form.question !== 'other' && form.relationshipId === '')
    throw invalid({ relationshipId: 'Choose which parent or carer it is about.' })
  if (form.relationshipId !== '') {
    const [known] = await ctx.db
      .select({ id: relationships.id })
      .from(relationships)
      .where(and(eq(relationships.id, form.relationshipId), eq(relationships.personId, personId)))
    if (!known) throw notFound()
  }
  const capacityId = newId()
  await ctx.db.insert(capacityDecisions).values({
    ...form,
    partnershipId: ctx.actor.partnershipId,
    id: capacityId,
    personId,
    relationshipId: form.relationshipId || null,
    able: form.able === 'yes',
    byStaffId: ctx.actor.staffId,
  })
  ctx.about({ recordId: capacityId, detail: { question: form.question } })
  return { personId, relationshipId: form.relationshipId, capacityId }
})
