import type { Ctx } from '@/db/door'
import { teamRoles } from '@/lib/access/roles'

/** Who may be a named worker of a team today: everyone active there, by name. */
export async function membersOf(ctx: Ctx, teamId: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await ctx.client.query<{ id: string; name: string }>(
    `select distinct s.id, s.name from memberships m
     join staff s on s.partnership_id = m.partnership_id and s.id = m.staff_id
     where m.team_id = $1 and m.role = any ($2) and s.status = 'active'
       and m.from_day <= $3::date and (m.to_day is null or m.to_day > $3::date)
     order by s.name, s.id`,
    [teamId, teamRoles, ctx.today],
  )
  return rows
}
