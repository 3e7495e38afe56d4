import { z } from 'zod'
import { act } from '@/db/act'
import { identityOf } from '@/db/people/identity'
import { relationships } from '@/db/schema/people'
import { id, newId } from '@/lib/id'
import { personWhoMatters } from '@/lib/people/relationships'

const input = z.strictObject({ personId: id, ...personWhoMatters.shape })

/** Someone who matters to the young person. */
export const addRelationship = act('addRelationship', input, async (ctx, form) => {
  const { personId } = await identityOf(ctx, form.personId)
  const relationshipId = newId()
  await ctx.db.insert(relationships).values({
    partnershipId: ctx.actor.partnershipId,
    id: relationshipId,
    personId,
    name: form.name,
    relation: form.relationship,
    phone: form.phone,
    parentalResponsibility: form.parentalResponsibility,
    livesWith: form.livesWith,
    contactWords: form.contact,
  })
  ctx.about({ recordId: relationshipId })
  return { personId, relationshipId }
})
