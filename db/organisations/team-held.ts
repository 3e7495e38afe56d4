import type { Ctx } from '@/db/door'
import { teamRoles } from '@/lib/access/roles'
import { invalid, notFound } from '@/lib/errors'
import type { TeamKind } from '@/lib/organisations/team'

export type HeldTeam = {
  id: string
  organisationId: string
  name: string
  kind: TeamKind
  dutyStaffId: string | null
  dutyName: string | null
  closedOn: string | null
  version: number
}

/** A team of this partnership, held until the transaction ends: no referral arrives in it while it closes. */
export async function heldTeam(ctx: Ctx, teamId: string): Promise<HeldTeam> {
  const { rows } = await ctx.client.query<HeldTeam>(
    `select t.id, t.organisation_id as "organisationId", t.name, t.kind, t.duty_staff_id as "dutyStaffId", s.name as "dutyName",
       t.closed_on as "closedOn", t.version
     from teams t left join staff s on s.partnership_id = t.partnership_id and s.id = t.duty_staff_id
     where t.partnership_id = $1 and t.id = $2 for update of t`,
    [ctx.actor.partnershipId, teamId],
  )
  if (!rows[0]) throw notFound()
  ctx.about({ recordId: teamId })
  return rows[0]
}

/** Whoever is active in the team today, by name. */
export async function workingIn(ctx: Ctx, teamId: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await ctx.client.query<{ id: string; name: string }>(
    `select distinct s.id, s.name from memberships m
     join staff s on s.partnership_id = m.partnership_id and s.id = m.staff_id
     where m.partnership_id = $1 and m.team_id = $2 and m.role = any ($3) and s.status = 'active'
       and m.from_day <= $4::date and (m.to_day is null or m.to_day > $4::date)
     order by s.name, s.id`,
    [ctx.actor.partnershipId, teamId, teamRoles, ctx.today],
  )
  return rows
}

/** @param except the team that is being changed */
export async function nameFree(
  ctx: Ctx,
  organisationId: string,
  name: string,
  except?: string,
): Promise<void> {
  const { rows } = await ctx.client.query(
    `select 1 from teams where partnership_id = $1 and organisation_id = $2 and lower(btrim(name)) = lower(btrim($3))
       and closed_on is null and id is distinct from $4`,
    [ctx.actor.partnershipId, organisationId, name, except ?? null],
  )
  if (rows.length > 0) throw invalid({ name: 'This organisation has a team of this name already.' })
}
