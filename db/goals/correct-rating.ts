import { and, eq } from 'drizzle-orm'
import { act } from '@/db/act'
import { putRight } from '@/db/corrections/put-right'
import type { Ctx } from '@/db/door'
import { identityOf } from '@/db/people/identity'
import { corrections } from '@/db/schema/corrections'
import { ratings } from '@/db/schema/goals'
import { conflict, invalid, notFound, refused } from '@/lib/errors'
import { mayReplace, newCorrection } from '@/lib/goals/correction'
import { mayRateAs, type NotTodayReason, newRating, type Rater, ratingInWords } from '@/lib/goals/rating'
import { raterOf } from '@/lib/goals/sheet'
import { newId } from '@/lib/id'

/**
 * Puts one rating right: another row stands in its place, on its day and in its episode, and both stay in the record with
 * the reason. A rating that nobody gave is taken out.
 */
export const correctRating = act('correctRating', newCorrection, async (ctx, sent) => {
  const { personId, ratingId } = sent
  await identityOf(ctx, personId)
  ctx.about({ recordId: ratingId })
  const [rating] = await ctx.db
    .select()
    .from(ratings)
    .where(and(eq(ratings.id, ratingId), eq(ratings.personId, personId)))
  if (!rating) throw notFound()
  const replacement = sent.takeOut ? null : replacementOf(ctx, rating, sent)
  if (replacement) await ctx.client.query(inItsPlace, [ratingId, ...Object.values(replacement)])
  const how = { because: sent.because, replacedBy: replacement?.id }
  if (!(await putRight(ctx, 'rating', [rating], how))) throw conflict(await alreadyInWords(ctx, ratingId))
  return { personId, goalId: rating.goalId }
})

type Row = typeof ratings.$inferSelect
type Replacement = Pick<Row, 'id' | 'rater' | 'raterName' | 'value' | 'notToday' | 'words' | 'byStaffId'>
type Sent = { rater: string; value: string; notToday: string; words: string }

/** @throws invalid where nothing would change or the new rating is none; refused where it is not theirs to give */
const replacementOf = (ctx: Ctx, rating: Row, sent: Sent): Replacement => {
  const by =
    sent.rater === '' ? { rater: rating.rater as Rater, name: rating.raterName } : raterOf(sent.rater)
  if (!by) throw invalid({ rater: 'Say who was rating.' })
  if (!mayReplace(rating, ctx.actor.staffId))
    throw refused('A clinician’s own rating is theirs to correct. You can take it out, with a reason.')
  const isTheirOwn = by.rater === 'clinician' && rating.rater === 'clinician'
  if (!isTheirOwn && !mayRateAs(ctx.actor.role, by.rater))
    throw invalid({
      rater: 'Say if the young person or a parent or carer was rating. Clinicians rate for themselves.',
    })
  const parsed = newRating.safeParse({
    rater: by.rater,
    on: rating.ratedOn,
    value: sent.value,
    notToday: sent.value === 'not-today' ? sent.notToday : '',
    words: sent.value === 'not-today' ? '' : sent.words,
  })
  if (!parsed.success)
    throw invalid(
      Object.fromEntries(
        parsed.error.issues.map((issue) => [String(issue.path[0] ?? 'value'), issue.message]),
      ),
    )
  const { value, words } = parsed.data
  const notToday = parsed.data.notToday ?? null
  const same =
    value === rating.value &&
    notToday === (rating.notToday as NotTodayReason | null) &&
    words === rating.words &&
    by.rater === rating.rater &&
    by.name === rating.raterName
  if (same) throw invalid({ value: 'This is what it says now. Choose what it was meant to be.' })
  return {
    id: newId(),
    rater: by.rater,
    raterName: by.name,
    value,
    notToday,
    words,
    byStaffId: ctx.actor.staffId,
  }
}

/** The row that replaces another, to the microsecond where it stood: a later rating of the same day stays the later one. */
const inItsPlace = `
  insert into ratings (partnership_id, id, goal_id, episode_id, person_id, rater, rater_name, rated_on, value, not_today, words,
    by_staff_id, sheet_id, made_at)
  select r.partnership_id, $2::uuid, r.goal_id, r.episode_id, r.person_id, $3::text, $4::text, r.rated_on, $5::smallint,
    $6::text, $7::text, $8::uuid, r.sheet_id, r.made_at
  from ratings r where r.id = $1`

/** What stands instead, for whoever comes second. */
const alreadyInWords = async (ctx: Ctx, ratingId: string): Promise<string> => {
  const [now] = await ctx.db
    .select({ undo: corrections.undo, value: ratings.value, notToday: ratings.notToday })
    .from(corrections)
    .leftJoin(
      ratings,
      and(eq(ratings.id, corrections.replacedBy), eq(ratings.partnershipId, corrections.partnershipId)),
    )
    .where(eq(corrections.recordId, ratingId))
  const what = now?.undo
    ? 'taken back by whoever saved it'
    : now?.value === null && !now.notToday
      ? 'taken out'
      : `corrected to ${ratingInWords({ value: now?.value ?? null, notToday: (now?.notToday ?? null) as NotTodayReason | null })}`
  return `This rating was ${what} while you were writing. Nothing was overwritten. Open the goal again to see what stands.`
}
