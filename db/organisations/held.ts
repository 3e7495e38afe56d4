import type { Ctx } from '@/db/door'
import { invalid, notFound, refused } from '@/lib/errors'
import type { HeldRole } from '@/lib/organisations/membership'
import type { Standing } from '@/lib/organisations/staff'

export type HeldStaff = {
  id: string
  name: string
  status: Standing
  roles: { id: string; role: HeldRole; teamId: string | null }[]
}

/**
 * Somebody of this partnership with the roles they hold today. The row is held until the transaction ends, so that two
 * administrators take turns, and nobody becomes a named worker while they leave.
 */
export async function heldStaff(ctx: Ctx, staffId: string): Promise<HeldStaff> {
  const { rows } = await ctx.client.query(
    `select id, name, status from staff where partnership_id = $1 and id = $2 and kind = 'person' for no key update`,
    [ctx.actor.partnershipId, staffId],
  )
  if (!rows[0]) throw notFound()
  const held = await ctx.client.query<HeldStaff['roles'][number]>(
    `select id, role, team_id as "teamId" from memberships
     where partnership_id = $1 and staff_id = $2 and from_day <= $3::date and (to_day is null or to_day > $3::date)
     order by from_day, made_at, id`,
    [ctx.actor.partnershipId, staffId, ctx.today],
  )
  ctx.about({ recordId: staffId })
  return { ...rows[0], roles: held.rows }
}

/** @param what the end of the sentence, such as 'suspend' */
export const notOneself = (ctx: Ctx, staffId: string, what: string) => {
  if (staffId === ctx.actor.staffId)
    throw refused(`Nobody can ${what} their own account. Ask another administrator.`)
}

/**
 * A partnership without an administrator could not help anybody to sign in. Administrators take turns here, so that two
 * cannot end each other at the same moment.
 */
export async function keepAnAdministrator(ctx: Ctx, without: string): Promise<void> {
  await ctx.client.query('select 1 from partnerships where id = $1 for no key update', [
    ctx.actor.partnershipId,
  ])
  const { rows } = await ctx.client.query(
    `select 1 from memberships m join staff s on s.partnership_id = m.partnership_id and s.id = m.staff_id
     where m.partnership_id = $1 and m.role = 'administrator' and s.status = 'active' and s.id <> $2
       and m.from_day <= $3::date and (m.to_day is null or m.to_day > $3::date) limit 1`,
    [ctx.actor.partnershipId, without, ctx.today],
  )
  if (rows.length === 0) throw refused('This is the last administrator. Give somebody else the role first.')
}

/** How many young people somebody is beside, in one team or in all. Only the number: administrators see no records. */
export async function youngPeopleWith(ctx: Ctx, staffId: string, teamId: string | null): Promise<number> {
  const { rows } = await ctx.client.query<{ count: number }>(
    'select app.young_people_with($1, $2) as count',
    [staffId, teamId],
  )
  return rows[0]?.count ?? 0
}

/** The open teams somebody is the duty worker of. */
export async function dutyTeams(ctx: Ctx, staffId: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await ctx.client.query<{ id: string; name: string }>(
    `select id, name from teams where partnership_id = $1 and duty_staff_id = $2 and closed_on is null order by name, id`,
    [ctx.actor.partnershipId, staffId],
  )
  return rows
}

/** Their young people, meetings to come and open tasks go to the duty worker of each team. */
export async function giveToDutyWorker(ctx: Ctx, staffId: string, teamId: string | null): Promise<number> {
  const { rows } = await ctx.client.query<{ given: number; without: string[] }>(
    'select given, without from app.give_to_duty_worker($1, $2)',
    [staffId, teamId],
  )
  const answer = rows[0]
  if (answer && answer.without.length > 0)
    throw refused(
      `${answer.without.join(' and ')} ${answer.without.length === 1 ? 'has' : 'have'} no duty worker who could take them. Choose a duty worker first.`,
    )
  return answer?.given ?? 0
}

/** Sessions end with the transaction, and do not come back when the account does. */
export async function endSessions(ctx: Ctx, staffId: string): Promise<void> {
  await ctx.client.query(
    'update app.sessions set revoked_at = now() where partnership_id = $1 and staff_id = $2 and revoked_at is null',
    [ctx.actor.partnershipId, staffId],
  )
}

/** @throws invalid when the organisation is not one of this partnership's */
export async function ourOrganisation(ctx: Ctx, organisationId: string): Promise<void> {
  const { rows } = await ctx.client.query(
    'select 1 from organisations where partnership_id = $1 and id = $2',
    [ctx.actor.partnershipId, organisationId],
  )
  if (rows.length === 0)
    throw invalid({ organisationId: 'Choose one of the organisations of this partnership.' })
}
