import { and, eq, isNull } from 'drizzle-orm'
import { act } from '@/db/act'
import { identityOf } from '@/db/people/identity'
import { concernAdditions } from '@/db/schema/concerns'
import { tasks } from '@/db/schema/story'
import { tellingBegun, typedAddition } from '@/lib/concerns/concern'
import { invalid } from '@/lib/errors'
import { id, newId } from '@/lib/id'
import { concernHeld, tellingFrom } from './held'

const input = typedAddition.extend({ personId: id, concernId: id })

/**
 * Adds to a concern what happened since, or who else was told. What was written before stays as it was, and those who must
 * see it have it on their Today again.
 */
export const addToConcern = act(
  'addToConcern',
  input,
  async (ctx, { personId, concernId, words, ...typed }) => {
    await identityOf(ctx, personId)
    const { episodeId, taskId, newest } = await concernHeld(ctx, personId, concernId)
    const telling = tellingBegun(typed) ? tellingFrom(ctx, typed) : null
    if (!telling && words.trim() === '') throw invalid({ words: 'Write what happened, or who was told.' })
    const additionId = newId()
    await ctx.db.insert(concernAdditions).values({
      partnershipId: ctx.actor.partnershipId,
      id: additionId,
      concernId,
      episodeId,
      personId,
      number: newest + 1,
      words,
      ...telling,
      byStaffId: ctx.actor.staffId,
    })
    if (telling && taskId)
      await ctx.db
        .update(tasks)
        .set({ doneAt: ctx.now, doneBy: ctx.actor.staffId })
        .where(and(eq(tasks.id, taskId), isNull(tasks.doneAt)))
    ctx.about({ recordId: concernId, detail: { addition: newest + 1, told: telling !== null } })
    return { personId, concernId }
  },
)
