import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { act } from '@/db/act'
import type { Ctx } from '@/db/door'
import { identityOf } from '@/db/people/identity'
import { episodes } from '@/db/schema/episodes'
import { groupingDecisions, groupingDrafts } from '@/db/schema/grouping'
import { tasks } from '@/db/schema/story'
import { conflict, invalid, refused } from '@/lib/errors'
import { decisionFrom, sentencesOf, type TypedDecision, typedDecision } from '@/lib/grouping/decision-form'
import { sharedDecision } from '@/lib/grouping/grouping'
import { id, newId } from '@/lib/id'
import { type Standing, standing, theirsOf } from './standing'

const input = typedDecision.extend({
  personId: id,
  /** What the form was opened on. */
  version: z.string().default(''),
  /** 'draft' keeps it as typed; it is then no decision and shows nowhere as a grouping. */
  as: z.enum(['decision', 'draft']).default('decision'),
})

/**
 * Keeps a shared decision about what is needed now. The earlier one is superseded in the same transaction and stays as
 * it was; of two saved at once one wins, and the other sees both. People choose: nothing here suggests a grouping.
 */
export const agreeGrouping = act('agreeGrouping', input, async (ctx, { personId, version, as, ...typed }) => {
  const { episode, namedWorker, hasSafetyPlan } = await identityOf(ctx, personId)
  if (episode.status !== 'open')
    throw refused('A shared decision belongs to an open episode. Accept the referral or come back first.')
  // One writer of this episode at a time: the second sees what the first one kept.
  await ctx.db
    .select({ id: episodes.id })
    .from(episodes)
    .where(eq(episodes.id, episode.id))
    .for('no key update')
  const stands = await standing(ctx, episode.id)
  if (version !== stands.seen)
    throw conflict(
      stands.draft
        ? `${stands.draft.by} kept a draft while you were writing. Nothing was overwritten.`
        : `${stands.current?.by ?? 'Someone else'} saved a shared decision while you were writing. Nothing was overwritten.`,
      theirsOf(stands),
    )
  const about = { partnershipId: ctx.actor.partnershipId, episodeId: episode.id, personId }
  if (as === 'draft') return keepDraft(ctx, about, typed, stands)

  const checked = sharedDecision.safeParse(decisionFrom(typed))
  if (!checked.success) throw invalid(sentencesOf(checked.error))
  const decision = checked.data
  if (decision.decidedOn > ctx.today)
    throw invalid({ decidedOn: 'This day is in the future. Enter the day you decided it together.' })
  if (stands.current && decision.decidedOn < stands.current.decidedOn)
    throw invalid({
      decidedOn: 'The decision in the record is from a later day. Enter that day or one after it.',
    })
  if (decision.reviewOn <= ctx.today)
    throw invalid({ reviewOn: 'This day has passed. Choose a review day that is still to come.' })

  if (stands.current)
    await ctx.db
      .update(groupingDecisions)
      .set({ supersededAt: ctx.now })
      .where(and(eq(groupingDecisions.id, stands.current.id), isNull(groupingDecisions.supersededAt)))
  const decisionId = newId()
  await ctx.db.insert(groupingDecisions).values({
    ...decision,
    ...about,
    id: decisionId,
    outcomeBy: decision.outcomeBy || null,
    byStaffId: ctx.actor.staffId,
  })
  await ctx.db.delete(groupingDrafts).where(eq(groupingDrafts.episodeId, episode.id))
  if (decision.grouping === 'getting-risk-support' && namedWorker && !hasSafetyPlan)
    await askForSafetyPlan(ctx, about, namedWorker.id)
  ctx.about({ recordId: decisionId, detail: { kept: 'decision' } })
  return { personId, kept: 'decision' as const }
})

type About = { partnershipId: string; episodeId: string; personId: string }

async function keepDraft(ctx: Ctx, about: About, typed: TypedDecision, { draft }: Standing) {
  const row = { input: typed, byStaffId: ctx.actor.staffId, madeAt: ctx.now }
  if (draft)
    await ctx.db
      .update(groupingDrafts)
      .set({ ...row, version: draft.version + 1 })
      .where(eq(groupingDrafts.episodeId, about.episodeId))
  else await ctx.db.insert(groupingDrafts).values({ ...about, ...row })
  ctx.about({ detail: { kept: 'draft' } })
  return { personId: about.personId, kept: 'draft' as const }
}

/** Getting Risk Support is a plan to stay safe, agreed by several people: without one, somebody is asked to write it. */
async function askForSafetyPlan(ctx: Ctx, about: About, forStaffId: string) {
  const [waiting] = await ctx.db
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(eq(tasks.personId, about.personId), eq(tasks.kind, 'safety-plan'), isNull(tasks.doneAt)))
  if (waiting) return
  await ctx.db.insert(tasks).values({
    ...about,
    id: newId(),
    forStaffId,
    kind: 'safety-plan',
    words: 'Write a safety plan together.',
  })
}
