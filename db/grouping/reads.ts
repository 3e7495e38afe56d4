import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { Ctx } from '@/db/door'
import { type Identity, identityOf } from '@/db/people/identity'
import { read } from '@/db/read'
import { episodes } from '@/db/schema/episodes'
import { groupingDecisions } from '@/db/schema/grouping'
import { memberships, staff } from '@/db/schema/organisations'
import { relationships } from '@/db/schema/people'
import { tasks } from '@/db/schema/story'
import { type Day, dayOf } from '@/lib/day'
import { kindOfRelationship } from '@/lib/grouping/decision-form'
import type { Grouping, TookPartKind, ViewMissingReason } from '@/lib/grouping/grouping'
import { type Relationship, relationships as relationshipNames } from '@/lib/people/relationships'
import { standing } from './standing'

/** A shared decision as pages show it. */
export type DecisionShown = {
  id: string
  grouping: Grouping
  decidedOn: Day
  /** The day another took its place or the episode ended; null while it stands. */
  until: Day | null
  current: boolean
  needNow: string
  considered: string[]
  tookPart: { kind: TookPartKind; name: string }[]
  youngPersonsView: string
  viewMissingBecause: ViewMissingReason | ''
  familyView: string
  disagreement: string
  plan: string
  everyonesPart: string
  reviewOn: Day
  goodOutcome: string
  outcomeBy: Day | null
  ifNotReached: string
  leadAgency: string
  by: string
}

/** What is needed now, how it was decided, and every decision before it; with what the form to agree it again needs. */
export const readGrouping = read('grouping', async (ctx, { personId }: { personId: string }) => {
  const identity = await identityOf(ctx, personId)
  const { draft, seen } = await standing(ctx, identity.episode.id)
  const decisions = await ctx.db
    .select({ decision: groupingDecisions, by: staff.name, episodeEndedOn: episodes.endedOn })
    .from(groupingDecisions)
    .innerJoin(
      staff,
      and(
        eq(staff.id, groupingDecisions.byStaffId),
        eq(staff.partnershipId, groupingDecisions.partnershipId),
      ),
    )
    .innerJoin(
      episodes,
      and(
        eq(episodes.id, groupingDecisions.episodeId),
        eq(episodes.partnershipId, groupingDecisions.partnershipId),
      ),
    )
    .where(eq(groupingDecisions.personId, personId))
    .orderBy(desc(groupingDecisions.decidedOn), desc(groupingDecisions.madeAt))
  const [safetyPlan] = await ctx.db
    .select({ forWhom: staff.name })
    .from(tasks)
    .innerJoin(staff, and(eq(staff.id, tasks.forStaffId), eq(staff.partnershipId, tasks.partnershipId)))
    .where(and(eq(tasks.personId, personId), eq(tasks.kind, 'safety-plan'), isNull(tasks.doneAt)))
  const shown: DecisionShown[] = decisions.map(({ decision: d, by, episodeEndedOn }) => ({
    id: d.id,
    grouping: d.grouping as Grouping,
    decidedOn: d.decidedOn,
    until: d.supersededAt ? dayOf(d.supersededAt) : episodeEndedOn,
    current: d.episodeId === identity.episode.id && d.supersededAt === null,
    needNow: d.needNow,
    considered: d.considered,
    tookPart: d.tookPart as { kind: TookPartKind; name: string }[],
    youngPersonsView: d.youngPersonsView,
    viewMissingBecause: d.viewMissingBecause as ViewMissingReason | '',
    familyView: d.familyView,
    disagreement: d.disagreement,
    plan: d.plan,
    everyonesPart: d.everyonesPart,
    reviewOn: d.reviewOn,
    goodOutcome: d.goodOutcome,
    outcomeBy: d.outcomeBy,
    ifNotReached: d.ifNotReached,
    leadAgency: d.leadAgency,
    by,
  }))
  return {
    actor: ctx.actor,
    identity,
    today: ctx.today,
    seen,
    draft: draft && { input: draft.input, at: draft.at, by: draft.by },
    current: shown.find((one) => one.current),
    earlier: shown.filter((one) => !one.current),
    safetyPlanWaitsFor: safetyPlan?.forWhom,
    people: await around(ctx, identity),
  }
})

/** Those already in the record who may have taken part, so that nobody is typed twice. */
async function around(
  ctx: Ctx,
  identity: Identity,
): Promise<{ kind: TookPartKind; name: string; says: string }[]> {
  const family = await ctx.db
    .select({ name: relationships.name, relation: relationships.relation })
    .from(relationships)
    .where(and(eq(relationships.personId, identity.personId), isNull(relationships.endedOn)))
    .orderBy(asc(relationships.madeAt))
  const workers = [identity.namedWorker, identity.alsoBeside].filter((one) => one !== null)
  const facilitators = await ctx.db
    .select({ id: memberships.staffId })
    .from(memberships)
    .where(
      and(
        inArray(
          memberships.staffId,
          workers.map((one) => one.id),
        ),
        eq(memberships.role, 'facilitator'),
        isNull(memberships.toDay),
      ),
    )
  return [
    ...family.map(({ name, relation }) => ({
      kind: kindOfRelationship(relation as Relationship),
      name,
      says: relationshipNames[relation as Relationship].toLowerCase(),
    })),
    ...workers.map(({ id, name }) =>
      facilitators.some((one) => one.id === id)
        ? { kind: 'facilitator' as const, name, says: 'youth facilitator' }
        : { kind: 'clinician' as const, name, says: 'clinician' },
    ),
  ]
}
