import { and, desc, eq } from 'drizzle-orm'
import type { Ctx } from '@/db/door'
import { identityOf } from '@/db/people/identity'
import { read } from '@/db/read'
import { talks } from '@/db/schema/goal-work'
import { staff } from '@/db/schema/organisations'
import { notFound } from '@/lib/errors'
import type { TalkDecision } from '@/lib/goals/talk'
import { goalsOfPerson, joined } from './of-person'
import { parentsOf, ratingSheetOf, undoable } from './rating-sheet'

/** The goals page: open goals, then ended ones, each with its lines of ratings. */
export const readGoals = read('goals', async (ctx, { personId }: { personId: string }) => {
  const identity = await identityOf(ctx, personId)
  const all = await goalsOfPerson(ctx, personId, identity.knownAs)
  return {
    actor: ctx.actor,
    identity,
    today: ctx.today,
    open: all.filter((goal) => goal.endedOn === null),
    ended: all.filter((goal) => goal.endedOn !== null).sort((a, b) => (a.endedOn! < b.endedOn! ? 1 : -1)),
    marks: await joined(ctx, personId),
    undo: undoable(ctx, all),
  }
})

/** One goal with every rating, and the others by name. */
export const readGoal = read(
  'goal',
  async (ctx, { personId, goalId }: { personId: string; goalId: string }) => {
    const identity = await identityOf(ctx, personId)
    const all = await goalsOfPerson(ctx, personId, identity.knownAs)
    const goal = all.find((one) => one.id === goalId)
    if (!goal) throw notFound()
    ctx.about({ recordId: goalId })
    const named = (id: string | null) => {
      const found = all.find((one) => one.id === id)
      return found && { id: found.id, words: found.words, language: found.language }
    }
    return {
      actor: ctx.actor,
      identity,
      today: ctx.today,
      goal,
      replaced: named(goal.replaces),
      replacedBy: named(goal.replacedBy),
      others: all
        .filter((one) => one.id !== goalId && one.endedOn === null)
        .map(({ id, words, language, sentence }) => ({ id, words, language, sentence })),
      marks: await joined(ctx, personId),
      talks: await talksOf(ctx, goalId),
      undo: undoable(ctx, all),
      parents: await parentsOf(ctx, personId),
    }
  },
)

/** What was said and decided about one goal, newest first. */
const talksOf = async (ctx: Ctx, goalId: string) => {
  const rows = await ctx.db
    .select({
      id: talks.id,
      heldOn: talks.heldOn,
      tried: talks.tried,
      view: talks.view,
      theirWords: talks.theirWords,
      decision: talks.decision,
      by: staff.name,
    })
    .from(talks)
    .innerJoin(staff, and(eq(staff.id, talks.byStaffId), eq(staff.partnershipId, talks.partnershipId)))
    .where(eq(talks.goalId, goalId))
    .orderBy(desc(talks.heldOn), desc(talks.madeAt))
  return rows.map((row) => ({ ...row, decision: row.decision as TalkDecision }))
}

/** The rating page. */
export const readRatingSheet = read('rating', async (ctx, { personId }: { personId: string }) => {
  const identity = await identityOf(ctx, personId)
  return { actor: ctx.actor, identity, today: ctx.today, ...(await ratingSheetOf(ctx, identity)) }
})
