import { z } from 'zod'
import { type Role, roleNames, staffRoles, teamRoles } from '@/lib/access/roles'
import { ticked } from '@/lib/parse'

export type HeldRole = (typeof staffRoles)[number]

/** Young people's records open to these only, and only within a team. */
export const opensRecords = (role: Role): boolean => (teamRoles as readonly Role[]).includes(role)

export const membershipFields = z.strictObject({
  role: z.enum(staffRoles, { error: 'Choose a role.' }),
  /** Empty for a role that is held in no team. */
  teamId: z.union([z.literal(''), z.uuid()], { error: 'Choose a team.' }).default(''),
  referralsDesk: ticked,
})
export type MembershipFields = z.output<typeof membershipFields>

/**
 * Whether somebody who holds `held` may be given this role too.
 * @returns sentences by field, or undefined when they may
 */
export const membershipProblem = (
  held: readonly { role: Role; teamId: string | null }[],
  wanted: MembershipFields,
): Record<string, string> | undefined => {
  const inTeam = opensRecords(wanted.role)
  if (inTeam && !wanted.teamId)
    return { teamId: `A ${roleNames[wanted.role].toLowerCase()} works in a team. Choose the team.` }
  if (!inTeam && wanted.teamId)
    return { teamId: `${roleNames[wanted.role]} is a role without a team. Choose no team.` }
  if (!inTeam && wanted.referralsDesk)
    return {
      referralsDesk: 'The referrals desk belongs to a role in a team. Choose such a role, or clear this box.',
    }
  if (held.some((one) => one.role === wanted.role && (one.teamId ?? '') === wanted.teamId))
    return { role: 'They hold this role already.' }
  const separated =
    wanted.role === 'commissioner'
      ? held.some((one) => opensRecords(one.role))
      : inTeam && holdsCommissioner(held)
  if (separated)
    return {
      role: 'A commissioner never holds a role that opens records. Choose another role, or end the other one first.',
    }
  return undefined
}

const holdsCommissioner = (held: readonly { role: Role }[]) => held.some((one) => one.role === 'commissioner')
