import { and, desc, eq } from 'drizzle-orm'
import type { Ctx } from '@/db/door'
import { groupingDecisions, groupingDrafts } from '@/db/schema/grouping'
import { staff } from '@/db/schema/organisations'
import { typedDecision } from '@/lib/grouping/decision-form'
import { type Grouping, groupingInWords, groupingNames } from '@/lib/grouping/grouping'

/** What stands in an episode: its decisions, newest first, and the one draft. */
export async function standing(ctx: Ctx, episodeId: string) {
  const decisions = await ctx.db
    .select({ decision: groupingDecisions, by: staff.name })
    .from(groupingDecisions)
    .innerJoin(
      staff,
      and(
        eq(staff.id, groupingDecisions.byStaffId),
        eq(staff.partnershipId, groupingDecisions.partnershipId),
      ),
    )
    .where(eq(groupingDecisions.episodeId, episodeId))
    .orderBy(desc(groupingDecisions.decidedOn), desc(groupingDecisions.madeAt))
  const [draft] = await ctx.db
    .select({
      input: groupingDrafts.input,
      version: groupingDrafts.version,
      at: groupingDrafts.madeAt,
      by: staff.name,
    })
    .from(groupingDrafts)
    .innerJoin(
      staff,
      and(eq(staff.id, groupingDrafts.byStaffId), eq(staff.partnershipId, groupingDrafts.partnershipId)),
    )
    .where(eq(groupingDrafts.episodeId, episodeId))
  const current = decisions.find((one) => one.decision.supersededAt === null)
  return {
    current: current && { ...current.decision, by: current.by },
    draft,
    /** What a form was opened on: this decision and this draft. Anything else by the time it is sent is a conflict. */
    seen: `${current?.decision.id ?? 'none'}.${draft?.version ?? 0}`,
  }
}

export type Standing = Awaited<ReturnType<typeof standing>>

/** The record's side of a conflict, under the names of the form's fields. */
export const theirsOf = ({ current, draft, seen }: Standing): Record<string, string> => {
  if (draft) {
    const { grouping, tookPart: _, ...texts } = typedDecision.parse(draft.input)
    const names = groupingNames as Record<string, string>
    return { ...texts, grouping: names[grouping] ?? '', version: seen }
  }
  if (!current) return { version: seen }
  return {
    version: seen,
    grouping: groupingInWords(current.grouping as Grouping),
    considered: current.considered.join('\n'),
    needNow: current.needNow,
    plan: current.plan,
    everyonesPart: current.everyonesPart,
    goodOutcome: current.goodOutcome,
    outcomeBy: current.outcomeBy ?? '',
    ifNotReached: current.ifNotReached,
    leadAgency: current.leadAgency,
    youngPersonsView: current.youngPersonsView,
    familyView: current.familyView,
    disagreement: current.disagreement,
    decidedOn: current.decidedOn,
    reviewOn: current.reviewOn,
  }
}
