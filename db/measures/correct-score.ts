import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { act } from '@/db/act'
import { putRight } from '@/db/corrections/put-right'
import type { Ctx } from '@/db/door'
import { identityOf } from '@/db/people/identity'
import { corrections } from '@/db/schema/corrections'
import { measureScores } from '@/db/schema/measures'
import { conflict, invalid, notFound, refused } from '@/lib/errors'
import { mayReplace } from '@/lib/goals/correction'
import { id, newId } from '@/lib/id'
import { measureOf, scaleOf } from '@/lib/measures/facts'
import { parseScore } from '@/lib/measures/sitting'
import { requiredText, ticked } from '@/lib/parse'

const input = z.strictObject({
  personId: id,
  scoreId: id,
  score: z.string({ error: 'Enter one score.' }).max(20, 'This is too long for a score.').default(''),
  /** Nobody gave this score: nothing stands in its place. */
  takeOut: ticked,
  because: requiredText('Say why it is put right.'),
})

/** Puts one score right: another stands in its place, on its day, and both stay in the record with the reason. */
export const correctScore = act('correctScore', input, async (ctx, sent) => {
  const { personId, scoreId } = sent
  await identityOf(ctx, personId)
  ctx.about({ recordId: scoreId })
  const [earlier] = await ctx.db
    .select()
    .from(measureScores)
    .where(and(eq(measureScores.id, scoreId), eq(measureScores.personId, personId)))
  if (!earlier) throw notFound()
  const replacement = sent.takeOut ? null : replacementOf(ctx, earlier, sent.score)
  if (replacement) await ctx.db.insert(measureScores).values(replacement)
  const how = { because: sent.because, replacedBy: replacement?.id }
  if (!(await putRight(ctx, 'score', [earlier], how)))
    throw conflict(
      'This score was put right while you were writing. Nothing was overwritten. Open the measures again.',
      {
        score: await standsNow(ctx, scoreId),
      },
    )
  return { personId, measure: earlier.measure }
})

type Row = typeof measureScores.$inferSelect

/** @throws invalid where nothing would change or it is no score; refused where it is not theirs to give */
const replacementOf = (ctx: Ctx, earlier: Row, text: string): Row => {
  const scale = scaleOf(earlier.measure, earlier.scale)
  if (!measureOf(earlier.measure) || !scale)
    throw refused('This measure is not in use any more. You can take the score out, with a reason.')
  if (!mayReplace(earlier, ctx.actor.staffId))
    throw refused('A clinician’s own score is theirs to correct. You can take it out, with a reason.')
  if (text.trim() === '')
    throw invalid({ score: 'Enter what it was meant to be, or tick that nobody gave it.' })
  const answer = parseScore(text, scale)
  if (!answer.ok) throw invalid({ score: answer.because })
  if (answer.score === earlier.score)
    throw invalid({ score: 'This is what it says now. Enter what it was meant to be.' })
  return { ...earlier, id: newId(), score: answer.score, byStaffId: ctx.actor.staffId, madeAt: ctx.now }
}

/** What stands instead, for whoever comes second. */
const standsNow = async (ctx: Ctx, scoreId: string): Promise<string> => {
  const [now] = await ctx.db
    .select({ score: measureScores.score })
    .from(corrections)
    .leftJoin(
      measureScores,
      and(
        eq(measureScores.id, corrections.replacedBy),
        eq(measureScores.partnershipId, corrections.partnershipId),
      ),
    )
    .where(eq(corrections.recordId, scoreId))
  return now?.score == null ? 'taken out' : String(now.score)
}
