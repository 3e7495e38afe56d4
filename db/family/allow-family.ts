import { and, eq, isNull } from 'drizzle-orm'
import { act } from '@/db/act'
import type { Ctx } from '@/db/door'
import { identityOf } from '@/db/people/identity'
import { allowances } from '@/db/schema/family'
import { goals } from '@/db/schema/goals'
import { relationships } from '@/db/schema/people'
import { addMonths } from '@/lib/day'
import { invalid, notFound, refused } from '@/lib/errors'
import { newId } from '@/lib/id'
import { allowanceNames, newAllowance, type Thing } from '@/lib/people/allowances'
import { mayAllow, presumedAbleFrom, standing } from '@/lib/people/consent'
import { capacityOf, recordFor } from './capacity'

/**
 * Lets a parent or carer see something, with who decided so and on what basis. Each thing is a decision of its own: one that
 * cannot be allowed stops them all, and the sentence names it.
 */
export const allowFamily = act('allowFamily', newAllowance, async (ctx, form) => {
  const { personId, relationshipId } = form
  const { born } = await identityOf(ctx, personId)
  if (form.from > ctx.today) throw invalid({ from: 'This day is in the future. Enter the day they decided.' })
  const [known] = await ctx.db
    .select()
    .from(relationships)
    .where(and(eq(relationships.id, relationshipId), eq(relationships.personId, personId)))
    .for('no key update')
  if (!known) throw notFound()
  if (known.endedOn) throw refused('They are no longer among the people who matter.')
  const decider = form.decidedBy === '' ? known : await deciderOf(ctx, personId, form.decidedBy)
  const recorded = await capacityOf(ctx, personId)
  const standingNow = await ctx.db
    .select({ item: allowances.item, itemId: allowances.itemId, section: allowances.section })
    .from(allowances)
    .where(and(eq(allowances.relationshipId, relationshipId), isNull(allowances.endedAt)))
  for (const thing of form.things) {
    const decision = { question: thing.item, relationshipId }
    const answer = mayAllow(
      standing(born, recorded, decision, form.from),
      form.says,
      decider.parentalResponsibility as 'yes' | 'no' | 'not-asked',
    )
    if (!answer.may) throw invalid({ things: `${allowanceNames[thing.item]}: ${answer.because}` })
    await knownGoal(ctx, personId, thing)
    if (
      standingNow.some(
        (one) => one.item === thing.item && one.itemId === thing.itemId && one.section === thing.section,
      )
    )
      throw invalid({ things: `${allowanceNames[thing.item]}: they see this already.` })
    const parental = answer.basis === 'parental-responsibility'
    await ctx.db.insert(allowances).values({
      ...thing,
      partnershipId: ctx.actor.partnershipId,
      id: newId(),
      personId,
      relationshipId,
      basis: answer.basis,
      capacityId:
        answer.basis === 'own-yes' ? null : (recordFor(recorded, { ...decision, on: form.from })?.id ?? null),
      wishWords: form.wishWords,
      decidedBy: parental ? decider.name : '',
      fromDay: form.from,
      toDay: parental ? addMonths(born, presumedAbleFrom * 12) : null,
      byStaffId: ctx.actor.staffId,
    })
  }
  ctx.about({ recordId: relationshipId, detail: { things: form.things.length } })
  return { personId, relationshipId }
})

/** @throws invalid for anybody who is not among the people who matter to them now */
async function deciderOf(ctx: Ctx, personId: string, relationshipId: string) {
  const [decider] = await ctx.db
    .select()
    .from(relationships)
    .where(
      and(
        eq(relationships.id, relationshipId),
        eq(relationships.personId, personId),
        isNull(relationships.endedOn),
      ),
    )
  if (!decider) throw invalid({ decidedBy: 'Choose who decided from the list.' })
  return decider
}

async function knownGoal(ctx: Ctx, personId: string, { itemId }: Thing) {
  if (itemId === null) return
  const [goal] = await ctx.db
    .select({ id: goals.id })
    .from(goals)
    .where(and(eq(goals.id, itemId), eq(goals.personId, personId)))
  if (!goal) throw notFound()
}
