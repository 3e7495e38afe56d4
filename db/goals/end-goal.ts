import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { act } from '@/db/act'
import type { Ctx } from '@/db/door'
import { goals } from '@/db/schema/goals'
import { tasks } from '@/db/schema/story'
import { addDays, type Day, inWords } from '@/lib/day'
import { conflict, invalid, notFound, refused } from '@/lib/errors'
import { type EndReason, endedUnmet, endGoal as ending, endReasons, goalWords } from '@/lib/goals/goal'
import { shortened } from '@/lib/goals/sheet'
import { askedWithin, discussTask } from '@/lib/goals/talk'
import { id, newId } from '@/lib/id'
import { version } from '@/lib/parse'
import { changeAskedFor, endHeld, keepChanged } from './change-words'
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
 * changed, so the new words are a new goal that begins with its own first rating. One that ends unmet without a talk makes
 * a task to talk about it; the grouping stays what they agreed.
 */
export const endGoal = act('endGoal', input, async (ctx, { personId, goalId, ...end }) => {
  const { episode, namedWorker } = await openEpisodeHeld(ctx, personId)
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
    const change = await changeAskedFor(ctx, goal, end.newWords)
    if (change === 'same')
      throw invalid({ newWords: 'These are the words the goal has now. Write what it changed into.' })
    if (change === 'correct')
      throw invalid({
        newWords:
          'Only spaces, capitals or punctuation differ, so it is the same goal and its ratings go on.',
      })
  }
  if (!(await endHeld(ctx, goal, end.version, end)))
    throw conflict('Someone else changed this goal while you were writing. Nothing was overwritten.', {
      version: String(goal.version),
    })
  if (end.because !== 'words-changed') {
    const line = await ownLine(ctx, goalId)
    const unmet = endedUnmet(end.because, line.latest)
    const talked = line.talkedOn !== null && (line.ratedOn === null || line.talkedOn >= line.ratedOn)
    if (unmet && !talked)
      await ctx.db.insert(tasks).values({
        partnershipId: goal.partnershipId,
        id: newId(),
        episodeId: episode.id,
        personId,
        forStaffId: namedWorker?.id ?? ctx.actor.staffId,
        kind: 'discuss',
        words: discussTask(shortened(goal.words)),
        aboutId: goalId,
        dueOn: addDays(ctx.today, askedWithin),
      })
    return { personId, goalId, newGoalId: null, talk: unmet && !talked }
  }
  const newGoalId = await keepChanged(ctx, goal, episode.id, end.newWords)
  return { personId, goalId, newGoalId, talk: false }
})

type OwnLine = { latest: number | null; ratedOn: Day | null; talkedOn: Day | null }

/** The newest number by the young person (of a goal they never rated, by anybody), and when it was last talked about. */
const ownLine = async (ctx: Ctx, goalId: string): Promise<OwnLine> => {
  const { rows } = await ctx.client.query<OwnLine>({
    name: 'own line',
    text: `select r.value as latest, r.rated_on as "ratedOn",
        (select max(t.held_on) from talks t where t.goal_id = g.id) as "talkedOn"
      from goals g
      left join lateral (
        select s.value, s.rated_on from standing_ratings s where s.goal_id = g.id and s.value is not null
        order by s.rater = 'young-person' desc, s.rated_on desc, s.made_at desc, s.id desc limit 1
      ) r on true
      where g.id = $1`,
    values: [goalId],
  })
  return rows[0]!
}
