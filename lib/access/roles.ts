/** The roles of this service (design ruling 6). One acting role in a session. */
export const roles = [
  'clinician',
  'facilitator',
  'team-lead',
  'privacy-officer',
  'commissioner',
  'administrator',
  'young-person',
  'parent-or-carer',
  'in-room',
  'system',
] as const
export type Role = (typeof roles)[number]

/** Roles held in a team: only these bring records within reach. */
export const teamRoles = ['clinician', 'facilitator', 'team-lead'] as const satisfies readonly Role[]

/** Roles an administrator gives to people who work here. */
export const staffRoles = [
  ...teamRoles,
  'privacy-officer',
  'commissioner',
  'administrator',
] as const satisfies readonly Role[]

/**
 * Roles that open the pages of one young person and nothing else: their own account, a parent's or carer's, and a worker's
 * session while the screen is handed over. They have no reach; each table says for itself what they see.
 */
export const ownPagesRoles = ['young-person', 'parent-or-carer', 'in-room'] as const satisfies readonly Role[]

export const roleNames: Record<Role, string> = {
  clinician: 'Clinician',
  facilitator: 'Youth facilitator',
  'team-lead': 'Team lead',
  'privacy-officer': 'Privacy officer',
  commissioner: 'Commissioner',
  administrator: 'Administrator',
  'young-person': 'Young person',
  'parent-or-carer': 'Parent or carer',
  'in-room': 'On the worker’s screen',
  system: 'Footpath itself',
}
