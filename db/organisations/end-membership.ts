import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { act } from '@/db/act'
import type { Ctx } from '@/db/door'
import { memberships } from '@/db/schema/organisations'
import { notFound, refused } from '@/lib/errors'
import { id } from '@/lib/id'
import { opensRecords } from '@/lib/organisations/membership'
import { people } from '@/lib/organisations/team'
import { ticked } from '@/lib/parse'
import {
  dutyTeams,
  giveToDutyWorker,
  type HeldStaff,
  heldStaff,
  keepAnAdministrator,
  notOneself,
  youngPeopleWith,
} from './held'

const input = z.strictObject({ staffId: id, membershipId: id, giveToDuty: ticked })

/** Ends a role today. What it opened is closed on their very next request. */
export const endMembership = act('endMembership', input, async (ctx, form) => {
  const held = await heldStaff(ctx, form.staffId)
  const ending = held.roles.find((one) => one.id === form.membershipId)
  if (!ending) throw notFound()
  notOneself(ctx, held.id, 'end a role of')
  if (ending.role === 'administrator') await keepAnAdministrator(ctx, held.id)
  const given = await leaveTeam(ctx, held, ending, form.giveToDuty)
  await ctx.db
    .update(memberships)
    .set({ toDay: ctx.today })
    .where(and(eq(memberships.partnershipId, ctx.actor.partnershipId), eq(memberships.id, ending.id)))
  ctx.about({ detail: { role: ending.role, given } })
  return { staffId: held.id }
})

/** The last role in a team ends only once nobody there counts on them. */
const leaveTeam = async (
  ctx: Ctx,
  held: HeldStaff,
  ending: HeldStaff['roles'][number],
  give: boolean,
): Promise<number> => {
  const { teamId } = ending
  const stays = held.roles.some(
    (one) => one.id !== ending.id && one.teamId === teamId && opensRecords(one.role),
  )
  if (!teamId || stays) return 0
  const [duty] = (await dutyTeams(ctx, held.id)).filter((team) => team.id === teamId)
  if (duty)
    throw refused(`${held.name} is the duty worker of ${duty.name}. Choose another duty worker there first.`)
  if (give) return giveToDutyWorker(ctx, held.id, teamId)
  const count = await youngPeopleWith(ctx, held.id, teamId)
  if (count > 0)
    throw refused(
      `${held.name} is beside ${people(count)} in this team. Tick “Give their young people to the duty worker”, or ask the team to name somebody else.`,
    )
  return 0
}
