import { act } from '@/db/act'
import type { Ctx } from '@/db/door'
import { identityOf } from '@/db/people/identity'
import { measureScores } from '@/db/schema/measures'
import { inWords } from '@/lib/day'
import { invalid } from '@/lib/errors'
import { mayRateAs, type Rater } from '@/lib/goals/rating'
import { newId } from '@/lib/id'
import { measureOf } from '@/lib/measures/facts'
import { raterFor, scoresOf, sitting } from '@/lib/measures/sitting'
import { wrongDay } from './given-on'

/** Keeps the scores of one measure, filled in by one person on one day: all of them or none. Rows are added, never changed. */
export const recordScores = act('recordScores', sitting, async (ctx, sent) => {
  const { personId, scoredOn } = sent
  const identity = await identityOf(ctx, personId)
  const measure = measureOf(sent.measure)!
  const fields: Record<string, string> = { ...wrongDay('scoredOn', scoredOn, identity.born, ctx.today) }
  const by = raterFor(measure, sent.rater)
  if (!by.ok) fields.rater = by.because
  else if (!mayRateAs(ctx.actor.role, by.rater))
    fields.rater = 'This measure is a clinician’s own. A clinician or team lead records it.'
  const read = scoresOf(measure, sent)
  if (!read.ok) Object.assign(fields, read.fields)
  if (Object.keys(fields).length > 0 || !by.ok || !read.ok) throw invalid(fields)

  // Two people who type in the same sheet of paper at once make one sitting of it.
  await ctx.client.query('select 1 from episodes where id = $1 for no key update', [identity.episode.id])
  const earlier = await alreadyThere(ctx, { personId, measure: measure.key, scoredOn, ...by })
  const twice = read.scores.filter(({ scale }) => earlier.has(scale))
  if (twice.length > 0)
    throw invalid({
      scoredOn: `${measure.name} is recorded for ${inWords(scoredOn)} already. Correct it on the page of measures, or enter another day.`,
    })
  const sittingId = newId()
  await ctx.db.insert(measureScores).values(
    read.scores.map(({ scale, score }) => ({
      partnershipId: ctx.actor.partnershipId,
      id: newId(),
      sittingId,
      episodeId: identity.episode.id,
      personId,
      measure: measure.key,
      scale,
      rater: by.rater,
      raterName: by.name,
      score,
      scoredOn,
      byStaffId: ctx.actor.staffId,
    })),
  )
  ctx.about({ recordId: sittingId, detail: { measure: measure.key, scores: read.scores.length } })
  return { personId, sittingId, scores: read.scores.length }
})

/** The scales of which the same person already gave a score on that day. Two clinicians are two people. */
const alreadyThere = async (
  ctx: Ctx,
  asked: { personId: string; measure: string; scoredOn: string; rater: Rater; name: string },
): Promise<Set<string>> => {
  const { rows } = await ctx.client.query<{ scale: string }>({
    name: 'scores-of-day',
    text: `select scale from standing_scores where person_id = $1 and measure = $2 and scored_on = $3 and rater = $4
      and rater_name = $5 and (rater <> 'clinician' or by_staff_id = $6)`,
    values: [asked.personId, asked.measure, asked.scoredOn, asked.rater, asked.name, ctx.actor.staffId],
  })
  return new Set(rows.map(({ scale }) => scale))
}
