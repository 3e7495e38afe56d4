import type { Ctx } from '@/db/door'
import { notFound, refused } from '@/lib/errors'

export type DeskTeam = { id: string; name: string; organisationId: string; dutyStaffId: string | null }

/** The teams whose referrals desk the acting person holds. The right belongs to a membership, not to a person. */
export async function deskTeams({ client }: Pick<Ctx, 'client'>): Promise<DeskTeam[]> {
  const { rows } = await client.query<{
    id: string
    name: string
    organisation_id: string
    duty_staff_id: string | null
  }>(
    `select t.id, t.name, t.organisation_id, t.duty_staff_id from teams t
    where t.closed_on is null and app.holds_desk(t.id) order by t.name`,
  )
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    organisationId: row.organisation_id,
    dutyStaffId: row.duty_staff_id,
  }))
}

/** @throws refused without the right anywhere, not found for a team where it is not held */
export async function deskTeam(ctx: Ctx, teamId: string): Promise<DeskTeam> {
  const teams = await deskTeams(ctx)
  if (teams.length === 0)
    throw refused(
      'Importing referrals is for the referrals desk. Ask your administrator to give you that right.',
    )
  const team = teams.find((one) => one.id === teamId)
  if (!team) throw notFound()
  return team
}
