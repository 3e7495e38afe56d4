import { and, eq, isNull } from 'drizzle-orm'
import type { Ctx } from '@/db/door'
import { planLineShares } from '@/db/schema/plans'
import { invalid, notFound, refused } from '@/lib/errors'
import { newId } from '@/lib/id'
import { linesOf, type PlanKind } from '@/lib/plans/plan'
import type { Recipient, RecipientKind } from '@/lib/plans/sharing'
import { currentPlan } from './current-plan'

/** A line of the plan as it stands, shown to somebody. */
type LineShare = {
  id: string
  lineId: string
  with: Recipient
  name: string
  since: Date
  by: string
}

/** With whom each line is shared now. A share of a line that is no longer in the plan shows nobody anything. */
export async function sharesOf(ctx: Ctx, personId: string, kind: PlanKind): Promise<LineShare[]> {
  const { rows } = await ctx.client.query<Omit<LineShare, 'with'> & { as: RecipientKind; withId: string }>({
    name: 'plan-line-shares',
    text: `select x.id, x.line_id as "lineId", x.made_at as since, coalesce(b.name, '') as by,
        coalesce(x.relationship_id, x.staff_id, x.team_id, x.organisation_id) as "withId",
        case when x.relationship_id is not null then 'relationship' when x.staff_id is not null then 'staff'
          when x.team_id is not null then 'team' else 'organisation' end as "as",
        coalesce(r.name, w.name, t.name, o.name, '') as name
      from plan_line_shares x
      left join relationships r on r.partnership_id = x.partnership_id and r.id = x.relationship_id
      left join staff w on w.partnership_id = x.partnership_id and w.id = x.staff_id
      left join teams t on t.partnership_id = x.partnership_id and t.id = x.team_id
      left join organisations o on o.partnership_id = x.partnership_id and o.id = x.organisation_id
      left join staff b on b.partnership_id = x.partnership_id and b.id = x.by_staff_id
      where x.person_id = $1 and x.kind = $2 and x.withdrawn_at is null order by x.made_at, x.id`,
    values: [personId, kind],
  })
  return rows.map(({ as, withId, ...share }) => ({ ...share, with: { kind: as, id: withId } }))
}

/** Who a line may be shared with: the people who matter, teams and organisations of the partnership, and its workers. */
export async function possibleRecipients(
  ctx: Ctx,
  personId: string,
): Promise<{ kind: RecipientKind; id: string; name: string; says: string }[]> {
  const { rows } = await ctx.client.query({
    name: 'plan-recipients',
    text: `select kind, id, name, says from (
        select 1 as place, 'relationship' as kind, r.id, r.name, r.relation as says from relationships r
        where r.person_id = $1 and r.ended_on is null
        union all
        select 2, 'team', t.id, t.name, o.name from teams t
        join organisations o on o.partnership_id = t.partnership_id and o.id = t.organisation_id
        where t.closed_on is null or t.closed_on > $2
        union all
        select 3, 'organisation', o.id, o.name, '' from organisations o where o.kind <> 'commissioner'
        union all
        select 4, 'staff', s.id, s.name, s.job_title from staff s
        where s.kind = 'person' and s.status = 'active' and exists (
          select from memberships m where m.partnership_id = s.partnership_id and m.staff_id = s.id and m.team_id is not null
            and (m.to_day is null or m.to_day > $2))
      ) recipients order by place, lower(name), id`,
    values: [personId, ctx.today],
  })
  return rows
}

const columnOf = {
  relationship: 'relationshipId',
  staff: 'staffId',
  team: 'teamId',
  organisation: 'organisationId',
} as const

/**
 * Shows lines of the plan as it stands to somebody, from now on.
 * @throws invalid for a line that is not in the plan (any more), or somebody who is not in the list
 */
export async function shareLines(
  ctx: Ctx,
  {
    personId,
    kind,
    lineIds,
    with: to,
  }: { personId: string; kind: PlanKind; lineIds: string[]; with: Recipient },
) {
  const plan = await currentPlan(ctx, personId, kind)
  const inPlan = new Set(linesOf(plan?.sections ?? {}).map((line) => line.id))
  if (lineIds.some((line) => !inPlan.has(line)))
    throw invalid({ lineId: 'This line has changed since the page was opened. Look at the plan again.' })
  const known = await possibleRecipients(ctx, personId)
  if (!known.some((one) => one.kind === to.kind && one.id === to.id))
    throw invalid({ with: 'Choose somebody from the list.' })
  const already = (await sharesOf(ctx, personId, kind))
    .filter((one) => one.with.kind === to.kind && one.with.id === to.id)
    .map((one) => one.lineId)
  const wanted = lineIds.filter((line) => !already.includes(line))
  if (wanted.length === 0) throw refused('These lines are shared with them already.')
  await ctx.db
    .insert(planLineShares)
    .values(
      wanted.map((lineId) => ({
        partnershipId: ctx.actor.partnershipId,
        id: newId(),
        personId,
        kind,
        lineId,
        [columnOf[to.kind]]: to.id,
        byStaffId: ctx.actor.staffId,
      })),
    )
    .onConflictDoNothing()
  ctx.about({ personId, detail: { plan: kind, lines: wanted.length, with: to.kind, id: to.id } })
}

/** Stops showing a line to somebody, from now on. That it was shared stays in the record. */
export async function stopSharing(ctx: Ctx, personId: string, shareId: string): Promise<PlanKind> {
  const stopped = await ctx.db
    .update(planLineShares)
    .set({ withdrawnAt: ctx.now, withdrawnBy: ctx.actor.staffId })
    .where(
      and(
        eq(planLineShares.id, shareId),
        eq(planLineShares.personId, personId),
        isNull(planLineShares.withdrawnAt),
      ),
    )
    .returning({ kind: planLineShares.kind })
  if (!stopped[0]) throw notFound()
  ctx.about({ personId, recordId: shareId })
  return stopped[0].kind as PlanKind
}
