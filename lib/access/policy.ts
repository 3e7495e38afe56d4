import type { Role } from './roles'

/**
 * Who may do what. One table, default no: an act, read or route without a row here is refused, and the access proof
 * fails the build. Roles say who may try; `on` says what the thing must be to them, which the database checks by reach.
 *
 * - `record`: a young person's record within reach
 * - `team`: a team the acting role is held in
 * - `partnership`: things of the partnership that open no record
 * - `self`: only one's own
 */
export type Row = { roles: readonly Role[]; on: 'record' | 'team' | 'partnership' | 'self' }

const workers: readonly Role[] = ['clinician', 'facilitator', 'team-lead']
const signedIn: readonly Role[] = [...workers, 'privacy-officer', 'commissioner', 'administrator']

export const acts = {
  // Referrals and the record
  registerReferral: { roles: workers, on: 'team' },
  acceptReferral: { roles: ['clinician', 'team-lead'], on: 'record' },
  declineReferral: { roles: ['clinician', 'team-lead'], on: 'record' },
  allocateWorker: { roles: ['clinician', 'team-lead'], on: 'record' },
  endEpisode: { roles: workers, on: 'record' },
  changeDetails: { roles: workers, on: 'record' },
  addAddress: { roles: workers, on: 'record' },
  correctAddress: { roles: workers, on: 'record' },
  recordEquality: { roles: workers, on: 'record' },
  addRelationship: { roles: workers, on: 'record' },
  changeRelationship: { roles: workers, on: 'record' },
  recordSharing: { roles: workers, on: 'record' },
  withdrawSharing: { roles: workers, on: 'record' },
  bookMeeting: { roles: workers, on: 'record' },
  recordAttendance: { roles: workers, on: 'record' },
  writeNote: { roles: workers, on: 'record' },
  finishTask: { roles: workers, on: 'self' },
  searchPeople: { roles: workers, on: 'self' },
  breakGlass: { roles: workers, on: 'partnership' },
  reviewBreakGlass: { roles: ['privacy-officer'], on: 'partnership' },

  // Grouping and goals
  agreeGrouping: { roles: workers, on: 'record' },
  addGoal: { roles: workers, on: 'record' },
  endGoal: { roles: workers, on: 'record' },
  recordRatings: { roles: workers, on: 'record' },

  // Hand-over
  startHandover: { roles: workers, on: 'record' },
  prepareHandover: { roles: workers, on: 'record' },
  inviteFacilitator: { roles: workers, on: 'record' },
  acceptHandover: { roles: workers, on: 'record' },
  declineHandover: { roles: workers, on: 'record' },
  moveHandover: { roles: workers, on: 'record' },
  stopHandover: { roles: workers, on: 'record' },
  comeBack: { roles: workers, on: 'record' },

  // Referrals from a file: a right of its own beside the role (the referrals desk), checked by the act and the database
  checkReferrals: { roles: workers, on: 'team' },
  importReferrals: { roles: workers, on: 'team' },

  // Publishing
  publish: { roles: ['system'], on: 'partnership' },

  // Administration
  addOrganisation: { roles: ['administrator'], on: 'partnership' },
  addTeam: { roles: ['administrator'], on: 'partnership' },
  changeTeam: { roles: ['administrator'], on: 'partnership' },
  addStaff: { roles: ['administrator'], on: 'partnership' },
  addMembership: { roles: ['administrator'], on: 'partnership' },
  endMembership: { roles: ['administrator'], on: 'partnership' },
  suspendStaff: { roles: ['administrator'], on: 'partnership' },
  staffLeaves: { roles: ['administrator'], on: 'partnership' },
  resetSignIn: { roles: ['administrator'], on: 'partnership' },
  changeSettings: { roles: ['administrator'], on: 'partnership' },

  // One's own account
  switchRole: { roles: signedIn, on: 'self' },
  signOut: { roles: signedIn, on: 'self' },
} as const satisfies Record<string, Row>

export const reads = {
  today: { roles: workers, on: 'self' },
  caseload: { roles: workers, on: 'self' },
  searchResults: { roles: workers, on: 'self' },
  referrals: { roles: workers, on: 'team' },
  referral: { roles: workers, on: 'record' },
  overview: { roles: workers, on: 'record' },
  details: { roles: workers, on: 'record' },
  goals: { roles: workers, on: 'record' },
  grouping: { roles: workers, on: 'record' },
  story: { roles: workers, on: 'record' },
  handovers: { roles: workers, on: 'team' },
  handover: { roles: workers, on: 'record' },
  importReview: { roles: workers, on: 'team' },
  breakGlassReviews: { roles: ['privacy-officer'], on: 'partnership' },
  auditTrail: { roles: ['privacy-officer', 'administrator'], on: 'partnership' },
  administration: { roles: ['administrator'], on: 'partnership' },
  account: { roles: signedIn, on: 'self' },
  equity: { roles: ['commissioner', 'team-lead', 'administrator'], on: 'partnership' },
} as const satisfies Record<string, Row>

export type ActName = keyof typeof acts
export type ReadName = keyof typeof reads

/** The whole decision on roles. Reach is the database's. */
export const may = (role: Role, row: Row | undefined): boolean => row?.roles.includes(role) ?? false
