import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { act } from '@/db/act'
import { goals, ratings } from '@/db/schema/goals'
import { inWords } from '@/lib/day'
import { conflict, invalid, notFound, refused } from '@/lib/errors'
import { changeOfWords, type EndReason, endGoal as ending, endReasons, goalWords } from '@/lib/goals/goal'
import { id, newId } from '@/lib/id'
import { version } from '@/lib/parse'
import { openEpisodeHeld } from './held'

const input = ending
  .extend({
    personId: id,
    goalId: id,
    version,
    /** The goal it changed into, in their words, where that is why it ends. */
    newWords: z.string().default(''),
  })
  .superRefine(({ because, newWords }, ctx) => {
    const words = because === 'words-changed' ? goalWords.safeParse(newWords) : undefined
    if (words && !words.success)
      ctx.addIssue({ code: 'custom', path: ['newWords'], message: words.error.issues[0]!.message })
  })

/**
 * Ends a goal with its reason. Its words and ratings stay. A goal that changed into another ends too: what is rated
 * changed, so the new words are a new goal that begins with its own first rating.
 */
export const endGoal = act('endGoal', input, async (ctx, { personId, goalId, ...end }) => {
  const { episode } = await openEpisodeHeld(ctx, personId)
  const [goal] = await ctx.db
    .select()
    .from(goals)
    .where(and(eq(goals.id, goalId), eq(goals.personId, personId)))
  if (!goal) throw notFound()
  ctx.about({ recordId: goalId })
  if (goal.endedOn)
    throw refused(
      `This goal ended on ${inWords(goal.endedOn)} already: ${endReasons[goal.endedBecause as EndReason]}.`,
    )
  if (end.because === 'words-changed') {
    const [rated] = await ctx.db
      .select({ id: ratings.id })
      .from(ratings)
      .where(eq(ratings.goalId, goalId))
      .limit(1)
    if (changeOfWords(goal.words, end.newWords, rated !== undefined) === 'same')
      throw invalid({ newWords: 'These are the words the goal has now. Write what it changed into.' })
    if (rated && changeOfWords(goal.words, end.newWords, true) === 'correct')
      throw invalid({
        newWords:
          'Only spaces, capitals or punctuation differ, so it is the same goal and its ratings go on.',
      })
  }
  const ended = await ctx.db
    .update(goals)
    .set({
      endedOn: ctx.today,
      endedBecause: end.because,
      endedWords: end.words,
      version: sql`${goals.version} + 1`,
    })
    .where(and(eq(goals.id, goalId), eq(goals.version, end.version), isNull(goals.endedOn)))
  if (ended.rowCount === 0)
    throw conflict('Someone else changed this goal while you were writing. Nothing was overwritten.', {
      version: String(goal.version),
    })
  if (end.because !== 'words-changed') return { personId, goalId, newGoalId: null }
  const newGoalId = newId()
  await ctx.db.insert(goals).values({
    partnershipId: goal.partnershipId,
    id: newGoalId,
    episodeId: episode.id,
    personId,
    words: end.newWords,
    language: goal.language,
    whose: goal.whose,
    kind: goal.kind,
    theme: goal.theme,
    rank: goal.rank,
    agreedOn: ctx.today,
    replaces: goalId,
    byStaffId: ctx.actor.staffId,
  })
  return { personId, goalId, newGoalId }
})
