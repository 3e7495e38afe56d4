import { and, asc, eq, inArray } from 'drizzle-orm'
import { act } from '@/db/act'
import { goals, ratings } from '@/db/schema/goals'
import { invalid, notFound, refused } from '@/lib/errors'
import { mayRateAs } from '@/lib/goals/rating'
import { answersOf, sheet } from '@/lib/goals/sheet'
import { newId } from '@/lib/id'
import { openEpisodeHeld } from './held'

/**
 * Keeps one sheet of "how close do you feel?": one row for each goal answered, by one rater, all or none. Rows are added
 * and never changed; two people who rate at once are both kept.
 */
export const recordRatings = act('recordRatings', sheet, async (ctx, sent) => {
  const { personId } = sent
  const { episode } = await openEpisodeHeld(ctx, personId)
  if (sent.by && !mayRateAs(ctx.actor.role, sent.by.rater))
    throw invalid({
      rater: 'Say if the young person or a parent or carer is rating. Clinicians rate for themselves.',
    })
  const asked = [...sent.answers.keys()]
  const about = await ctx.db
    .select({ id: goals.id, words: goals.words, endedOn: goals.endedOn })
    .from(goals)
    .where(and(eq(goals.personId, personId), inArray(goals.id, asked)))
    .orderBy(asc(goals.rank), asc(goals.madeAt))
  if (about.length < asked.length) throw notFound()
  const answers = answersOf(sent, about, ctx.today)
  if (!answers.ok) throw invalid(answers.fields)
  if (answers.ratings.length === 0) throw refused('There is no open goal here to rate.')
  await ctx.db.insert(ratings).values(
    answers.ratings.map((rating) => ({
      partnershipId: ctx.actor.partnershipId,
      id: newId(),
      goalId: rating.goalId,
      episodeId: episode.id,
      personId,
      rater: rating.rater,
      raterName: sent.by?.name ?? '',
      ratedOn: rating.on,
      value: rating.value,
      notToday: rating.notToday ?? null,
      words: rating.words,
      byStaffId: ctx.actor.staffId,
    })),
  )
  ctx.about({ detail: { ratings: answers.ratings.length } })
  return { personId, ratings: answers.ratings.length }
})
