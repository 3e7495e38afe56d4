import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { act } from '@/db/act'
import { identityOf } from '@/db/people/identity'
import { relationships } from '@/db/schema/people'
import { conflict, notFound } from '@/lib/errors'
import { id } from '@/lib/id'
import { ticked, version } from '@/lib/parse'
import { personWhoMatters } from '@/lib/people/relationships'

const input = z.strictObject({
  personId: id,
  relationshipId: id,
  version,
  ...personWhoMatters.shape,
  noLonger: ticked,
})

/** Corrects what is known of someone who matters, or says that they no longer do. The entry stays in the record. */
export const changeRelationship = act('changeRelationship', input, async (ctx, form) => {
  const { personId } = await identityOf(ctx, form.personId)
  const one = and(
    eq(relationships.partnershipId, ctx.actor.partnershipId),
    eq(relationships.personId, personId),
    eq(relationships.id, form.relationshipId),
  )
  const [before] = await ctx.db.select().from(relationships).where(one)
  if (!before) throw notFound()
  const saved = await ctx.db
    .update(relationships)
    .set({
      name: form.name,
      relation: form.relationship,
      phone: form.phone,
      parentalResponsibility: form.parentalResponsibility,
      livesWith: form.livesWith,
      contactWords: form.contact,
      endedOn: form.noLonger ? (before.endedOn ?? ctx.today) : null,
      version: before.version + 1,
    })
    .where(and(one, eq(relationships.version, form.version)))
  if (saved.rowCount !== 1) {
    const theirs = {
      name: before.name,
      relationship: before.relation,
      phone: before.phone,
      parentalResponsibility: before.parentalResponsibility,
      livesWith: before.livesWith,
      contact: before.contactWords,
    }
    throw conflict('Someone else changed this while you were writing.', {
      ...Object.fromEntries(
        Object.entries(theirs).filter(([field, text]) => form[field as keyof typeof theirs] !== text),
      ),
      version: String(before.version),
    })
  }
  ctx.about({ recordId: form.relationshipId })
  return { personId, relationshipId: form.relationshipId }
})
