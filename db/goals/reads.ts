import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { identityOf } from '@/db/people/identity'
import { read } from '@/db/read'
import { goals } from '@/db/schema/goals'
import { relationships } from '@/db/schema/people'
import { notFound } from '@/lib/errors'
import { goalsOfPerson, joined } from './of-person'

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
    }
  },
)

const family = ['mother', 'father', 'step-parent', 'foster-carer', 'grandparent']

/** The rating page. Earlier ratings stay closed until this one is given, so they are not sent to it at all. */
export const readRatingSheet = read('rating', async (ctx, { personId }: { personId: string }) => {
  const identity = await identityOf(ctx, personId)
  const open = await ctx.db
    .select({ id: goals.id, words: goals.words, language: goals.language })
    .from(goals)
    .where(and(eq(goals.personId, personId), isNull(goals.endedOn)))
    .orderBy(asc(goals.rank), asc(goals.madeAt))
  const parents = await ctx.db
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
  return { actor: ctx.actor, identity, today: ctx.today, goals: open, parents }
})
