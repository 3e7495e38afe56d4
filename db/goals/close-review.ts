import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm'
import { act } from '@/db/act'
import { reviews } from '@/db/schema/goal-work'
import { goals } from '@/db/schema/goals'
import { tasks } from '@/db/schema/story'
import { conflict, invalid, notFound, refused } from '@/lib/errors'
import { entriesOf, reviewSheet } from '@/lib/goals/review'
import { shortened } from '@/lib/goals/sheet'
import { newId } from '@/lib/id'
import { openEpisodeHeld } from './held'
import { keepTalks } from './keep-talk'

/**
 * Closes a review: a look at every open goal, with an entry for each. Without one for each there is no review; the database
 * says so too when the transaction ends.
 */
export const closeReview = act('closeReview', reviewSheet, async (ctx, { personId, entries, ...review }) => {
  if (review.heldOn > ctx.today)
    throw invalid({ heldOn: 'This day is in the future. Enter the day you looked at it together.' })
  if (review.nextOn !== '' && review.nextOn <= review.heldOn)
    throw invalid({ nextOn: 'Choose a day after this review.' })
  const identity = await openEpisodeHeld(ctx, personId)
  const asked = [...entries.keys()]
  const all = await ctx.db
    .select({ id: goals.id, words: goals.words, endedOn: goals.endedOn })
    .from(goals)
    .where(and(eq(goals.personId, personId), or(isNull(goals.endedOn), inArray(goals.id, asked))))
    .orderBy(asc(goals.rank), asc(goals.madeAt))
  if (asked.some((goalId) => !all.some((goal) => goal.id === goalId))) throw notFound()
  if (all.length === 0) throw refused('There is no open goal to look at.')
  const added = all.find((goal) => !goal.endedOn && !entries.has(goal.id))
  if (added)
    throw conflict(
      `‘${shortened(added.words)}’ was added while you were writing, and a review has an entry for each goal. Open the page again to write about it too.`,
    )
  const said = entriesOf(entries, all)
  if (!said.ok) throw invalid(said.fields)
  const reviewId = newId()
  const mine = { partnershipId: ctx.actor.partnershipId, episodeId: identity.episode.id, personId }
  await ctx.db.insert(reviews).values({
    ...mine,
    id: reviewId,
    heldOn: review.heldOn,
    words: review.words,
    nextOn: review.nextOn || null,
    byStaffId: ctx.actor.staffId,
  })
  await keepTalks(
    ctx,
    identity,
    review.heldOn,
    said.entries.map(({ goalId, ...entry }) => ({
      ...entry,
      view: '',
      goal: all.find((goal) => goal.id === goalId)!,
    })),
    reviewId,
  )
  if (review.nextOn !== '')
    await ctx.db.insert(tasks).values({
      ...mine,
      id: newId(),
      forStaffId: identity.namedWorker?.id ?? ctx.actor.staffId,
      kind: 'review',
      words: 'Look at every goal together',
      aboutId: reviewId,
      dueOn: review.nextOn,
    })
  ctx.about({ recordId: reviewId, detail: { goals: said.entries.length } })
  return { personId, reviewId }
})
