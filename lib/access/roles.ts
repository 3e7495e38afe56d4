/** The roles of this service (design ruling 6). One acting role in a session. */
export const roles = [
  'clinician',
  'facilitator',
  'team-lead',
  'privacy-officer',
  'commissioner',
  'administrator',
  'system',
] as const
export type Role = (typeof roles)[number]

/** Roles held in a team: only these bring records within reach. */
export const teamRoles = ['clinician', 'facilitator', 'team-lead'] as const satisfies readonly Role[]

export const roleNames: Record<Role, string> = {
  clinician: 'Clinician',
  facilitator: 'Youth facilitator',
  'team-lead': 'Team lead',
  'privacy-officer': 'Privacy officer',
  commissioner: 'Commissioner',
  administrator: 'Administrator',
  system: 'Footpath itself',
}
