import { and, asc, eq, isNotNull } from 'drizzle-orm'
import type { Ctx } from '@/db/door'
import { goals, ratings } from '@/db/schema/goals'
import { handovers } from '@/db/schema/handover'
import { staff } from '@/db/schema/organisations'
import { dayOf, inShort } from '@/lib/day'
import type { EndReason, OutcomeKind, Whose } from '@/lib/goals/goal'
import { type Given, goalInWords, linesByRater } from '@/lib/goals/lines'
import { thresholdOn } from '@/lib/goals/movement'
import { type NotTodayReason, type Rater, raters } from '@/lib/goals/rating'

/**
 * Every goal of a person within reach, with its line of ratings for each rater apart. A goal goes on through a hand-over
 * and a come-back, so it is the person's, not the episode's.
 */
export async function goalsOfPerson(ctx: Ctx, personId: string, knownAs: string) {
  const rows = await ctx.db
    .select()
    .from(goals)
    .where(eq(goals.personId, personId))
    .orderBy(asc(goals.rank), asc(goals.madeAt))
  const given = await ctx.db
    .select({ rating: ratings, by: staff.name })
    .from(ratings)
    .innerJoin(staff, and(eq(staff.id, ratings.byStaffId), eq(staff.partnershipId, ratings.partnershipId)))
    .where(eq(ratings.personId, personId))
    .orderBy(asc(ratings.ratedOn), asc(ratings.madeAt), asc(ratings.id))
  const threshold = thresholdOn(ctx.today).points

  return rows.map((goal) => {
    const own: Given[] = given
      .filter(({ rating }) => rating.goalId === goal.id)
      .map(({ rating, by }) => ({
        rater: rating.rater as Rater,
        raterKey: rating.rater === 'clinician' ? rating.byStaffId : rating.raterName,
        name:
          rating.rater === 'young-person'
            ? knownAs
            : rating.rater === 'clinician'
              ? by
              : rating.raterName || raters['parent-or-carer'],
        on: rating.ratedOn,
        value: rating.value,
        notToday: rating.notToday as NotTodayReason | null,
        words: rating.words,
      }))
    const lines = linesByRater(own, threshold)
    return {
      id: goal.id,
      words: goal.words,
      language: goal.language,
      whose: goal.whose as Whose,
      kind: goal.kind as OutcomeKind | null,
      firstStep: goal.firstStep,
      fourthBecause: goal.fourthBecause,
      agreedOn: goal.agreedOn,
      endedOn: goal.endedOn,
      endedBecause: goal.endedBecause as EndReason | null,
      endedWords: goal.endedWords,
      replaces: goal.replaces,
      replacedBy: rows.find((other) => other.replaces === goal.id)?.id ?? null,
      version: goal.version,
      ratings: own,
      lines,
      sentence: goalInWords(lines, knownAs),
    }
  })
}

export type GoalShown = Awaited<ReturnType<typeof goalsOfPerson>>[number]

/** Days worth a line in the picture: when the next worker joined in a hand-over. */
export async function joined(ctx: Ctx, personId: string): Promise<{ day: string; label: string }[]> {
  const rows = await ctx.db
    .select({ at: handovers.acceptedAt, name: staff.name })
    .from(handovers)
    .innerJoin(
      staff,
      and(eq(staff.id, handovers.receivingWorkerId), eq(staff.partnershipId, handovers.partnershipId)),
    )
    .where(and(eq(handovers.personId, personId), isNotNull(handovers.acceptedAt)))
    .orderBy(asc(handovers.acceptedAt))
  return rows.map(({ at, name }) => {
    const day = dayOf(at!)
    return { day, label: `${name.split(' ')[0]} joined, ${inShort(day)}` }
  })
}
