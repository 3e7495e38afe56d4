import { and, eq } from 'drizzle-orm'
import type { Ctx } from '@/db/door'
import { planProposals } from '@/db/schema/plans'
import { conflict, notFound, refused } from '@/lib/errors'
import { type PlanKind, planKinds, type Sections, textsFrom } from '@/lib/plans/plan'
import { planHeld } from './current-plan'
import { addVersion } from './keep-version'

export type Proposal = {
  id: string
  kind: PlanKind
  basedOn: number
  sections: Sections
  why: string
  by: string
  byId: string
  madeAt: Date
}

/** Changes that wait for the young person's yes, the oldest first. */
export async function waitingProposals(ctx: Ctx, personId: string, kind: PlanKind): Promise<Proposal[]> {
  const { rows } = await ctx.client.query<Proposal>({
    name: 'waiting-proposals',
    text: `select p.id, p.kind, p.based_on as "basedOn", p.sections, p.why, coalesce(s.name, '') as by, p.by_staff_id as "byId",
        p.made_at as "madeAt"
      from plan_proposals p left join staff s on s.partnership_id = p.partnership_id and s.id = p.by_staff_id
      where p.person_id = $1 and p.kind = $2 and p.state = 'waiting' order by p.made_at, p.id`,
    values: [personId, kind],
  })
  return rows
}

/**
 * One suggestion of a person, held until the transaction ends.
 * @throws not found; refused when it was answered or taken back before
 */
export async function proposalHeld(ctx: Ctx, personId: string, proposalId: string) {
  const [found] = await ctx.db
    .select()
    .from(planProposals)
    .where(and(eq(planProposals.id, proposalId), eq(planProposals.personId, personId)))
    .for('no key update')
  if (!found) throw notFound()
  if (found.state !== 'waiting') throw refused('This change does not wait any more. Go back to the plan.')
  return { ...found, kind: found.kind as PlanKind }
}

export const closeProposal = (
  ctx: Ctx,
  proposalId: string,
  answer: { state: 'agreed' | 'declined' | 'withdrawn'; words?: string; became?: number },
) =>
  ctx.db
    .update(planProposals)
    .set({
      state: answer.state,
      answeredAt: ctx.now,
      answeredBy: ctx.actor.staffId,
      answerWords: answer.words ?? '',
      became: answer.became ?? null,
    })
    .where(eq(planProposals.id, proposalId))

/**
 * The young person's yes or no to a suggested change. A yes makes it the newest version as it was suggested, word for word;
 * where the plan went on since, both are shown and nothing changes.
 */
export async function answerSuggestion(
  ctx: Ctx,
  {
    personId,
    proposalId,
    answer,
    words,
  }: { personId: string; proposalId: string; answer: 'yes' | 'no'; words: string },
) {
  const proposal = await proposalHeld(ctx, personId, proposalId)
  const { kind } = proposal
  ctx.about({ personId, recordId: proposalId, detail: { plan: kind, answer } })
  if (answer === 'no') {
    await closeProposal(ctx, proposalId, { state: 'declined', words })
    return { kind, number: null }
  }
  const held = await planHeld(ctx, personId, kind)
  if (held.number !== proposal.basedOn)
    throw conflict(
      `Your ${planKinds[kind].name} has changed since this was suggested. Nothing was changed. You can say no, or write it into your plan yourself.`,
      textsFrom(kind, held.sections),
    )
  const number = await addVersion(ctx, held, {
    personId,
    kind,
    episodeId: proposal.episodeId,
    sections: proposal.sections,
    how: 'agreed',
  })
  await closeProposal(ctx, proposalId, { state: 'agreed', words, became: number })
  return { kind, number }
}
