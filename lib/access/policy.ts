import { ownPagesRoles, type Role } from './roles'

/**
 * Who may do what. One table, default no: an act, read or route without a row here is refused, and the access proof
 * fails the build. Roles say who may try; `on` says what the thing must be to them, which the database checks by reach.
 *
 * - `record`: a young person's record within reach
 * - `team`: a team the acting role is held in
 * - `partnership`: things of the partnership that open no record
 * - `self`: only one's own
 * - `own-pages`: the record of the one young person whose pages the account opens, as far as each table lets them see it
 */
export type Row = {
  roles: readonly Role[]
  on: 'record' | 'team' | 'partnership' | 'self' | 'own-pages'
  /**
   * A right beside role and reach, which the act itself asks for.
   *
   * - `part`: one's own part in it (the named, sending or receiving worker), or the lead of their team
   * - `referrals-desk`: a right of the membership
   */
  needs?: 'part' | 'referrals-desk'
}

const youngPerson: readonly Role[] = ['young-person']
const parent: readonly Role[] = ['parent-or-carer']
const ownAccounts: readonly Role[] = ['young-person', 'parent-or-carer']
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
  moveMeeting: { roles: workers, on: 'record' },
  cancelMeeting: { roles: workers, on: 'record' },
  startMeeting: { roles: workers, on: 'record' },
  recordMeeting: { roles: workers, on: 'record' },
  recordGroupMeeting: { roles: workers, on: 'record' },
  recordAttendance: { roles: workers, on: 'record' },
  writeNote: { roles: workers, on: 'record' },
  undoNote: { roles: workers, on: 'record' },
  correctNote: { roles: workers, on: 'record' },
  finishTask: { roles: workers, on: 'self' },
  searchPeople: { roles: workers, on: 'self' },
  breakGlass: { roles: workers, on: 'partnership' },
  reviewBreakGlass: { roles: ['privacy-officer'], on: 'partnership' },

  // Grouping and goals
  agreeGrouping: { roles: workers, on: 'record' },
  addGoal: { roles: workers, on: 'record' },
  endGoal: { roles: workers, on: 'record' },
  recordRatings: { roles: workers, on: 'record' },
  undoRatings: { roles: workers, on: 'record' },
  correctRating: { roles: workers, on: 'record' },
  addStep: { roles: workers, on: 'record' },
  finishStep: { roles: workers, on: 'record' },
  reopenStep: { roles: workers, on: 'record' },
  rankGoals: { roles: workers, on: 'record' },
  talkAboutGoal: { roles: workers, on: 'record' },
  closeReview: { roles: workers, on: 'record' },
  recordScores: { roles: workers, on: 'record' },
  correctScore: { roles: workers, on: 'record' },
  undoScores: { roles: workers, on: 'record' },
  recordCurrentView: { roles: workers, on: 'record' },
  withdrawCurrentView: { roles: workers, on: 'record' },

  // Plans and concerns about safety: a worker writes with the young person or suggests, and only they say yes
  writePlan: { roles: workers, on: 'record' },
  proposePlanChange: { roles: workers, on: 'record' },
  withdrawProposal: { roles: workers, on: 'record' },
  shareLine: { roles: workers, on: 'record' },
  stopSharingLine: { roles: workers, on: 'record' },
  answerProposal: { roles: ['young-person'], on: 'own-pages' },
  noteConcern: { roles: workers, on: 'record' },
  addToConcern: { roles: workers, on: 'record' },
  readConcern: { roles: workers, on: 'record', needs: 'part' },

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

  // What is typed and not saved yet
  saveDraft: { roles: [...workers, 'young-person'], on: 'record' },
  deleteDraft: { roles: [...workers, 'young-person'], on: 'self' },

  // Publishing
  publish: { roles: ['system'], on: 'partnership' },

  // Reminders: the last three are the job runner's
  changeReminders: { roles: workers, on: 'record' },
  beginReminder: { roles: ['system'], on: 'partnership' },
  noteReminder: { roles: ['system'], on: 'partnership' },
  settleReminder: { roles: ['system'], on: 'partnership' },

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

  // The young person's own pages
  rateMyGoals: { roles: youngPerson, on: 'own-pages' },
  undoMyRatings: { roles: youngPerson, on: 'own-pages' },
  changeMyReminders: { roles: youngPerson, on: 'own-pages' },
  addMyGoal: { roles: youngPerson, on: 'own-pages' },
  changeMyGoal: { roles: youngPerson, on: 'own-pages' },
  endMyGoal: { roles: youngPerson, on: 'own-pages' },
  starMyGoal: { roles: youngPerson, on: 'own-pages' },
  addMyStep: { roles: youngPerson, on: 'own-pages' },
  tickMyStep: { roles: youngPerson, on: 'own-pages' },
  writeMyPlan: { roles: youngPerson, on: 'own-pages' },
  shareMyLine: { roles: youngPerson, on: 'own-pages' },
  stopSharingMyLine: { roles: youngPerson, on: 'own-pages' },
  stopAllowing: { roles: youngPerson, on: 'own-pages' },

  // Parents and carers: what they see is allowed item by item
  rateAsFamily: { roles: parent, on: 'own-pages' },
  recordCapacity: { roles: workers, on: 'record' },
  allowFamily: { roles: workers, on: 'record' },
  endAllowance: { roles: workers, on: 'record' },

  // Help lines, and how young people reach a worker
  addHelpLine: { roles: ['administrator'], on: 'partnership' },
  changeHelpLine: { roles: ['administrator'], on: 'partnership' },
  removeHelpLine: { roles: ['administrator'], on: 'partnership' },
  writeMyCard: { roles: workers, on: 'self' },

  // Accounts of young people, parents and carers, and the screen in their hands
  inviteYoungPerson: { roles: workers, on: 'record' },
  inviteParent: { roles: workers, on: 'record' },
  endAccount: { roles: workers, on: 'record' },
  handOverScreen: { roles: workers, on: 'record' },
  rateInRoom: { roles: ['in-room'], on: 'own-pages' },

  // One's own account
  switchRole: { roles: signedIn, on: 'self' },
  changePassword: { roles: [...signedIn, ...ownAccounts], on: 'self' },
  renewRecoveryCodes: { roles: signedIn, on: 'self' },
  endSession: { roles: [...signedIn, ...ownAccounts], on: 'self' },
  beginPasskey: { roles: ownAccounts, on: 'self' },
  addPasskey: { roles: ownAccounts, on: 'self' },
  removePasskey: { roles: ownAccounts, on: 'self' },
} as const satisfies Record<string, Row>

export const reads = {
  // A team lead's also says what of their team is for them to see.
  today: { roles: workers, on: 'team', needs: 'part' },
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
  measures: { roles: workers, on: 'record' },
  measureForm: { roles: workers, on: 'record' },
  score: { roles: workers, on: 'record' },
  currentView: { roles: workers, on: 'record' },
  grouping: { roles: workers, on: 'record' },
  plan: { roles: workers, on: 'record' },
  planSharing: { roles: workers, on: 'record' },
  planVersion: { roles: workers, on: 'record' },
  planNewest: { roles: [...workers, 'young-person'], on: 'record' },
  concerns: { roles: workers, on: 'record' },
  concern: { roles: workers, on: 'record' },
  concernStart: { roles: workers, on: 'self' },
  goalsPrint: { roles: workers, on: 'record' },
  handoverSummary: { roles: workers, on: 'record' },
  story: { roles: workers, on: 'record' },
  noteForm: { roles: workers, on: 'record' },
  whoLooked: { roles: workers, on: 'record' },
  meetings: { roles: workers, on: 'record' },
  meeting: { roles: workers, on: 'record' },
  meetingsOf: { roles: workers, on: 'record' },
  room: { roles: workers, on: 'record' },
  meetingCalendar: { roles: workers, on: 'record' },
  reminders: { roles: workers, on: 'record' },
  reminderToSend: { roles: ['system'], on: 'partnership' },
  jobs: { roles: ['administrator'], on: 'partnership' },
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
  accounts: { roles: workers, on: 'record' },
  inRoom: { roles: ['in-room'], on: 'own-pages' },
  account: { roles: signedIn, on: 'self' },
  myAccount: { roles: ownAccounts, on: 'self' },
  myHome: { roles: youngPerson, on: 'own-pages' },
  myGoals: { roles: youngPerson, on: 'own-pages' },
  myGoal: { roles: youngPerson, on: 'own-pages' },
  myRating: { roles: youngPerson, on: 'own-pages' },
  myPlan: { roles: youngPerson, on: 'own-pages' },
  myReminders: { roles: youngPerson, on: 'own-pages' },
  myPeople: { roles: youngPerson, on: 'own-pages' },
  myMeetingCalendar: { roles: youngPerson, on: 'own-pages' },
  whoCanSeeMe: { roles: youngPerson, on: 'own-pages' },
  familyHome: { roles: parent, on: 'own-pages' },
  familyRating: { roles: parent, on: 'own-pages' },
  familyOf: { roles: workers, on: 'record' },
  helpLines: { roles: ['administrator'], on: 'partnership' },
  myCard: { roles: workers, on: 'self' },
  draft: { roles: [...workers, 'young-person'], on: 'self' },
  session: { roles: [...signedIn, ...ownPagesRoles], on: 'self' },
  equity: { roles: ['commissioner', 'team-lead', 'administrator'], on: 'partnership' },
} as const satisfies Record<string, Row>

export type ActName = keyof typeof acts
export type ReadName = keyof typeof reads

/** Acts of a command on the server: no form may ever call them. */
export const commands: readonly ActName[] = ['publish', 'beginReminder', 'noteReminder', 'settleReminder']

/** The whole decision on roles. Reach is the database's. */
export const may = (role: Role, row: Row | undefined): boolean => row?.roles.includes(role) ?? false
