import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Ctx } from '@/db/door'
import type { Identity } from '@/db/people/identity'
import { goals } from '@/db/schema/goals'
import { relationships } from '@/db/schema/people'
import { mayUndo } from '@/lib/goals/correction'
import { type GoalShown, goalsOfPerson } from './of-person'

/**
 * What a page needs to ask "how close do you feel?": on the page for ratings alone, and in a meeting. Earlier ratings stay
 * closed until this one is given, so they are not sent to it at all, unless the service chose to show the last one always.
 */
export async function ratingSheetOf(ctx: Ctx, { personId, knownAs }: Identity) {
  const rule = ctx.actor.lastRating
  const open = await ctx.db
    .select({ id: goals.id, words: goals.words, language: goals.language })
    .from(goals)
    .where(and(eq(goals.personId, personId), isNull(goals.endedOn)))
    .orderBy(asc(goals.rank), asc(goals.madeAt))
  // With "never", what follows a save is this page again, and Undo stands on it.
  const all = rule === 'after' ? [] : await goalsOfPerson(ctx, personId, knownAs)
  const lines = rule === 'always' ? new Map(all.map((goal) => [goal.id, goal.lines])) : undefined
  return {
    rule,
    goals: open.map((goal) => (lines ? { ...goal, lines: lines.get(goal.id) ?? [] } : goal)),
    parents: await parentsOf(ctx, personId),
    undo: undoable(ctx, all),
  }
}

const family = ['mother', 'father', 'step-parent', 'foster-carer', 'grandparent']

/** Those who may rate as a parent or carer, by name. */
export const parentsOf = (ctx: Ctx, personId: string) =>
  ctx.db
    .select({ name: relationships.name, relation: relationships.relation })
    .from(relationships)
    .where(
      and(
        eq(relationships.personId, personId),
        inArray(relationships.relation, family),
        isNull(relationships.endedOn),
      ),
    )
    .orderBy(asc(relationships.madeAt))

/** What whoever looks saved last, while they may still take it back as a whole; null after that. */
export const undoable = (ctx: Ctx, all: readonly GoalShown[]): { sheetId: string; at: Date } | null => {
  const given = all.flatMap((goal) => goal.ratings)
  const latest = given
    .filter((one) => one.sheetId && mayUndo({ byStaffId: one.byId, at: one.at }, ctx.actor.staffId, ctx.now))
    .sort((a, b) => b.at.getTime() - a.at.getTime())[0]
  if (!latest?.sheetId) return null
  const { sheetId, at } = latest
  return given.some((one) => one.sheetId === sheetId && one.corrected) ? null : { sheetId, at }
}
