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
export type Row = {
  roles: readonly Role[]
  on: 'record' | 'team' | 'partnership' | 'self'
  /**
   * A right beside role and reach, which the act itself asks for.
   *
   * - `part`: one's own part in it (the named, sending or receiving worker), or the lead of their team
   * - `referrals-desk`: a right of the membership
   */
  needs?: 'part' | 'referrals-desk'
}

const workers: readonly Role[] = ['clinician', 'facilitator', 'team-lead']
const signedIn: readonly Role[] = [...workers, 'privacy-officer', 'commissioner', 'administrator']

export const acts = {
  // Referrals and the record
  lookUpPerson: { roles: workers, on: 'self' },
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
  startHandover: { roles: workers, on: 'record', needs: 'part' },
  prepareHandover: { roles: workers, on: 'record', needs: 'part' },
  inviteFacilitator: { roles: workers, on: 'record', needs: 'part' },
  acceptHandover: { roles: workers, on: 'record', needs: 'part' },
  declineHandover: { roles: workers, on: 'record', needs: 'part' },
  moveHandover: { roles: workers, on: 'record', needs: 'part' },
  stopHandover: { roles: workers, on: 'record', needs: 'part' },
  comeBack: { roles: workers, on: 'record' },

  // Referrals from a file: a right of its own beside the role (the referrals desk), checked by the act and the database
  checkReferrals: { roles: workers, on: 'team', needs: 'referrals-desk' },
  importReferrals: { roles: workers, on: 'team', needs: 'referrals-desk' },
  discardImport: { roles: workers, on: 'team', needs: 'referrals-desk' },

  // Publishing
  publish: { roles: ['system'], on: 'partnership' },

  // Administration
  addOrganisation: { roles: ['administrator'], on: 'partnership' },
  addTeam: { roles: ['administrator'], on: 'partnership' },
  changeTeam: { roles: ['administrator'], on: 'partnership' },
  addStaff: { roles: ['administrator'], on: 'partnership' },
  changeStaff: { roles: ['administrator'], on: 'partnership' },
  addMembership: { roles: ['administrator'], on: 'partnership' },
  endMembership: { roles: ['administrator'], on: 'partnership' },
  suspendStaff: { roles: ['administrator'], on: 'partnership' },
  staffLeaves: { roles: ['administrator'], on: 'partnership' },
  resetSignIn: { roles: ['administrator'], on: 'partnership' },
  changeSettings: { roles: ['administrator'], on: 'partnership' },

  // One's own account
  switchRole: { roles: signedIn, on: 'self' },
  changePassword: { roles: signedIn, on: 'self' },
  renewRecoveryCodes: { roles: signedIn, on: 'self' },
  endSession: { roles: signedIn, on: 'self' },
} as const satisfies Record<string, Row>

export const reads = {
  today: { roles: workers, on: 'self' },
  caseload: { roles: workers, on: 'team' },
  searchResults: { roles: workers, on: 'self' },
  referrals: { roles: workers, on: 'team' },
  newReferral: { roles: workers, on: 'team' },
  referral: { roles: workers, on: 'record' },
  ending: { roles: workers, on: 'record' },
  overview: { roles: workers, on: 'record' },
  details: { roles: workers, on: 'record' },
  detailsForm: { roles: workers, on: 'record' },
  relationshipForm: { roles: workers, on: 'record' },
  addressForm: { roles: workers, on: 'record' },
  equalityForm: { roles: workers, on: 'record' },
  sharingForm: { roles: workers, on: 'record' },
  goals: { roles: workers, on: 'record' },
  goal: { roles: workers, on: 'record' },
  rating: { roles: workers, on: 'record' },
  grouping: { roles: workers, on: 'record' },
  story: { roles: workers, on: 'record' },
  meetings: { roles: workers, on: 'record' },
  meeting: { roles: workers, on: 'record' },
  handovers: { roles: workers, on: 'team' },
  handover: { roles: workers, on: 'record' },
  handoverForm: { roles: workers, on: 'record' },
  newHandover: { roles: workers, on: 'record' },
  comeBackForm: { roles: workers, on: 'record' },
  imports: { roles: workers, on: 'team', needs: 'referrals-desk' },
  importReview: { roles: workers, on: 'team', needs: 'referrals-desk' },
  rejectedRows: { roles: workers, on: 'team', needs: 'referrals-desk' },
  breakGlassForm: { roles: workers, on: 'self' },
  breakGlassReviews: { roles: ['privacy-officer'], on: 'partnership' },
  auditTrail: { roles: ['privacy-officer', 'administrator'], on: 'partnership' },
  staffList: { roles: ['administrator'], on: 'partnership' },
  staffForm: { roles: ['administrator'], on: 'partnership' },
  staffMember: { roles: ['administrator'], on: 'partnership' },
  teamList: { roles: ['administrator'], on: 'partnership' },
  team: { roles: ['administrator'], on: 'partnership' },
  settings: { roles: ['administrator'], on: 'partnership' },
  account: { roles: signedIn, on: 'self' },
  equity: { roles: ['commissioner', 'team-lead', 'administrator'], on: 'partnership' },
} as const satisfies Record<string, Row>

/**
 * What is open before anybody is signed in. `anyone` needs no session; `half-way` needs one that opens nothing else yet
 * (db/access holds these doors, each with its own checks). Actions by name, addresses by path.
 */
export const doors = {
  nothing: 'anyone',
  signIn: 'anyone',
  signInElsewhere: 'anyone',
  signInToDemonstration: 'anyone',
  chooseFirstPassword: 'half-way',
  confirmSecondStep: 'half-way',
  '/_not-found': 'anyone',
  '/_global-error': 'anyone',
  '/icon.svg': 'anyone',
  '/': 'anyone',
  '/sign-in': 'anyone',
  '/sign-out': 'anyone',
  '/account/first-password': 'half-way',
  '/account/second-step': 'half-way',
  '/help': 'anyone',
  '/empty': 'anyone',
  '/empty/form': 'anyone',
  '/accessibility': 'anyone',
  '/privacy': 'anyone',
  '/get-help-now': 'anyone',
  '/api/auth/[...nextauth]': 'anyone',
  '/api/health/live': 'anyone',
  '/api/health/ready': 'anyone',
  '/.well-known/security.txt': 'anyone',
} as const satisfies Record<string, 'anyone' | 'half-way'>

export type ActName = keyof typeof acts
export type ReadName = keyof typeof reads

/** Acts of a command on the server: no form may ever call them. */
export const commands: readonly ActName[] = ['publish']

/** Which read each address shows; the others are doors. */
export const routes = {
  '/account': 'account',
  '/account/password': 'account',
  '/account/recovery-codes': 'account',
  '/admin/audit': 'auditTrail',
  '/admin/break-glass': 'breakGlassReviews',
  '/admin/break-glass/[entryId]': 'breakGlassReviews',
  '/admin/people': 'staffList',
  '/admin/people/new': 'staffForm',
  '/admin/people/[staffId]': 'staffMember',
  '/admin/people/[staffId]/details': 'staffMember',
  '/admin/settings': 'settings',
  '/admin/teams': 'teamList',
  '/admin/teams/new': 'teamList',
  '/admin/teams/new-organisation': 'teamList',
  '/admin/teams/[teamId]': 'team',
  '/care/break-glass': 'breakGlassForm',
  '/care/handovers': 'handovers',
  '/care/handovers/[handoverId]': 'handoverForm',
  '/care/handovers/[handoverId]/acceptance': 'handoverForm',
  '/care/handovers/[handoverId]/invitation': 'handoverForm',
  '/care/handovers/[handoverId]/next-step': 'handoverForm',
  '/care/handovers/[handoverId]/preparation': 'handoverForm',
  '/care/handovers/[handoverId]/refusal': 'handoverForm',
  '/care/handovers/[handoverId]/step-back': 'handoverForm',
  '/care/handovers/[handoverId]/stop': 'handoverForm',
  '/care/imports': 'imports',
  '/care/imports/[importId]': 'importReview',
  '/care/imports/[importId]/rejected': 'rejectedRows',
  '/care/people': 'caseload',
  '/care/people/[personId]': 'overview',
  '/care/people/[personId]/come-back': 'comeBackForm',
  '/care/people/[personId]/details': 'details',
  '/care/people/[personId]/details/addresses/new': 'addressForm',
  '/care/people/[personId]/details/addresses/[addressId]': 'addressForm',
  '/care/people/[personId]/details/change': 'detailsForm',
  '/care/people/[personId]/details/equality': 'equalityForm',
  '/care/people/[personId]/details/people/new': 'relationshipForm',
  '/care/people/[personId]/details/people/[relationshipId]': 'relationshipForm',
  '/care/people/[personId]/details/sharing/new': 'sharingForm',
  '/care/people/[personId]/details/sharing/[entryId]/withdrawal': 'sharingForm',
  '/care/people/[personId]/ending': 'ending',
  '/care/people/[personId]/goals': 'goals',
  '/care/people/[personId]/goals/new': 'goals',
  '/care/people/[personId]/goals/[goalId]': 'goal',
  '/care/people/[personId]/goals/[goalId]/end': 'goal',
  '/care/people/[personId]/grouping': 'grouping',
  '/care/people/[personId]/grouping/decision': 'grouping',
  '/care/people/[personId]/handover': 'handover',
  '/care/people/[personId]/handover/start': 'newHandover',
  '/care/people/[personId]/meetings/new': 'meetings',
  '/care/people/[personId]/meetings/[meetingId]/attendance': 'meeting',
  '/care/people/[personId]/rating': 'rating',
  '/care/people/[personId]/story': 'story',
  '/care/people/[personId]/story/note': 'meetings',
  '/care/referrals': 'referrals',
  '/care/referrals/new': 'newReferral',
  '/care/referrals/new/[searchId]': 'newReferral',
  '/care/referrals/new/[searchId]/[who]': 'newReferral',
  '/care/referrals/[episodeId]': 'referral',
  '/care/referrals/[episodeId]/acceptance': 'referral',
  '/care/referrals/[episodeId]/decline': 'referral',
  '/care/referrals/[episodeId]/named-worker': 'referral',
  '/care/search': 'searchResults',
  '/care/search/[searchId]': 'searchResults',
  '/care/today': 'today',
  '/commissioning': 'equity',
  '/commissioning/equity': 'equity',
  '/commissioning/equity/data.csv': 'equity',
} as const satisfies Record<string, ReadName>

/** The whole decision on roles. Reach is the database's. */
export const may = (role: Role, row: Row | undefined): boolean => row?.roles.includes(role) ?? false
