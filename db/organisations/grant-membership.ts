import type { Ctx } from '@/db/door'
import { memberships } from '@/db/schema/organisations'
import { invalid, refused } from '@/lib/errors'
import { newId } from '@/lib/id'
import { type MembershipFields, membershipProblem, opensRecords } from '@/lib/organisations/membership'
import type { HeldStaff } from './held'

/** Gives a role from today, after asking the rule. */
export async function grantMembership(
  ctx: Ctx,
  staff: Pick<HeldStaff, 'id' | 'roles'>,
  wanted: MembershipFields,
): Promise<string> {
  if (staff.id === ctx.actor.staffId && opensRecords(wanted.role))
    throw refused('Nobody opens records for themselves. Ask another administrator to give you this role.')
  const problem = membershipProblem(staff.roles, wanted)
  if (problem) throw invalid(problem)
  if (wanted.teamId) await openTeam(ctx, wanted.teamId)
  const membershipId = newId()
  await ctx.db.insert(memberships).values({
    partnershipId: ctx.actor.partnershipId,
    id: membershipId,
    staffId: staff.id,
    teamId: wanted.teamId || null,
    role: wanted.role,
    referralsDesk: wanted.referralsDesk,
    fromDay: ctx.today,
  })
  return membershipId
}

const openTeam = async (ctx: Ctx, teamId: string) => {
  const { rows } = await ctx.client.query(
    'select 1 from teams where partnership_id = $1 and id = $2 and closed_on is null',
    [ctx.actor.partnershipId, teamId],
  )
  if (rows.length === 0) throw invalid({ teamId: 'Choose an open team of this partnership.' })
}
