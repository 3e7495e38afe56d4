import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '@/db/door'
import { goals, ratings } from '@/db/schema/goals'
import { changeOfWords } from '@/lib/goals/goal'
import { newId } from '@/lib/id'

type Goal = typeof goals.$inferSelect

/**
 * Ends an open goal of an episode that is held, if it is as it was when the form was opened.
 * @returns false where somebody changed it meanwhile
 */
export async function endHeld(
  ctx: Ctx,
  goal: Pick<Goal, 'id'>,
  version: number,
  ending: { because: string; words: string },
): Promise<boolean> {
  const { rowCount } = await ctx.db
    .update(goals)
    .set({
      endedOn: ctx.today,
      endedBecause: ending.because,
      endedWords: ending.words,
      version: sql`${goals.version} + 1`,
    })
    .where(and(eq(goals.id, goal.id), eq(goals.version, version), isNull(goals.endedOn)))
  return rowCount === 1
}

/** What new words make of a goal; 'correct' only where ratings would go on under them. */
export async function changeAskedFor(ctx: Ctx, goal: Goal, words: string) {
  const [rated] = await ctx.db
    .select({ id: ratings.id })
    .from(ratings)
    .where(eq(ratings.goalId, goal.id))
    .limit(1)
  const change = changeOfWords(goal.words, words, rated !== undefined)
  return change === 'correct' && !rated ? 'new-goal' : change
}

/** The goal another changed into: what is rated changed, so it begins with its own first rating, in the other's place. */
export async function keepChanged(ctx: Ctx, goal: Goal, episodeId: string, words: string): Promise<string> {
  const id = newId()
  await ctx.db.insert(goals).values({
    partnershipId: goal.partnershipId,
    id,
    episodeId,
    personId: goal.personId,
    words,
    language: goal.language,
    whose: goal.whose,
    kind: goal.kind,
    themes: goal.themes,
    starred: goal.starred,
    rank: goal.rank,
    agreedOn: ctx.today,
    replaces: goal.id,
    byStaffId: ctx.actor.staffId,
  })
  return id
}
