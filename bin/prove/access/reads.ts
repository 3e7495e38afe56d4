import { accounts } from '@/db/access/account-reads'
import { account, myAccount } from '@/db/access/reads'
import { sessionLeft } from '@/db/access/session-left'
import { breakGlassForm, breakGlassReviews } from '@/db/access-in-need/reads'
import { auditTrail, readAuditFilter } from '@/db/audit/reads'
import { caseload, readFilter } from '@/db/caseload/caseload'
import { today } from '@/db/caseload/today'
import { concernStart, readConcerns, readOneConcern } from '@/db/concerns/reads'
import { draft } from '@/db/drafts/reads'
import { familyHome, familyRating } from '@/db/family/home'
import { familyOf } from '@/db/family/reads'
import { inRoom } from '@/db/goals/in-room'
import { readGoalsForPaper } from '@/db/goals/print'
import { readGoal, readGoals, readRatingSheet } from '@/db/goals/reads'
import { readGrouping } from '@/db/grouping/reads'
import { comeBackForm, handoverBoard, handoverForm, handoverOfPerson, newHandover } from '@/db/handover/reads'
import { handoverSummary } from '@/db/handover/summary'
import { helpLines } from '@/db/help-lines/reads'
import { importReview, imports, rejectedRows } from '@/db/imports/reads'
import { myMeetingCalendar } from '@/db/me/calendar'
import { myPeople } from '@/db/me/people'
import { myPlan } from '@/db/me/plan'
import { myGoal, myGoals, myHome, myRating } from '@/db/me/reads'
import { myReminders } from '@/db/me/reminders'
import { whoCanSeeMe } from '@/db/me/who-can-see'
import { readCurrentView, readMeasureForm, readMeasures, readScore } from '@/db/measures/reads'
import { myCard } from '@/db/organisations/my-card'
import { settings, staffForm, staffList, staffMember, team, teamList } from '@/db/organisations/reads'
import { jobsState } from '@/db/outbox/jobs-state'
import { meetingCalendar, reminders, reminderToSend } from '@/db/outbox/reads'
import { overview } from '@/db/people/overview'
import {
  addressForm,
  details,
  detailsForm,
  equalityForm,
  relationshipForm,
  sharingForm,
} from '@/db/people/reads'
import { searchResults } from '@/db/people/search'
import { newestPlan } from '@/db/plans/newest'
import { readPlan, readPlanSharing, readPlanVersion } from '@/db/plans/reads'
import { endingOf, newReferral, referral, referrals } from '@/db/referrals/reads'
import { readEquity } from '@/db/reporting/reads'
import { meeting } from '@/db/story/meeting'
import { meetingChoices, meetingsOf } from '@/db/story/meetings'
import { noteForm, story } from '@/db/story/reads'
import { room } from '@/db/story/room'
import { whoLooked } from '@/db/story/who-looked'
import { referralSearch } from './records'
import { known, nothing, type StagedRead, stagedRead } from './scene'

/** Asked of nobody else's: one's own account, a form without anything in it. */
const mine =
  <P>(asked: P) =>
  (_: unknown, __: unknown, relation: string) =>
    (relation === 'own' ? asked : nothing) as P

/** Pages that are somebody's own ask for nothing: of anybody else's there is no way to ask. */
const own = mine

const lists = { lists: true }
const bare = { bare: true }

/** Every read with what it is asked about the record of a cell. */
export const stagedReads: readonly StagedRead[] = [
  stagedRead(today, () => undefined, lists),
  stagedRead(caseload, () => readFilter({ whose: 'team' }), lists),
  stagedRead(searchResults, ({ searchId }) => searchId),
  stagedRead(referrals, () => ({}), lists),
  stagedRead(newReferral, async ({ personId }, asker) => ({
    searchId: await referralSearch(asker),
    personId,
  })),
  stagedRead(referral, ({ waitingEpisodeId }) => waitingEpisodeId),
  stagedRead(endingOf, ({ personId }) => personId),
  stagedRead(overview, (all) => all),
  stagedRead(details, (all) => all),
  stagedRead(detailsForm, (all) => all),
  stagedRead(relationshipForm, (all) => all),
  stagedRead(addressForm, (all) => all),
  stagedRead(equalityForm, (all) => all),
  stagedRead(sharingForm, ({ personId, sharingId }) => ({ personId, entryId: sharingId })),
  stagedRead(readGoals, (all) => all),
  stagedRead(readGoal, (all) => all),
  stagedRead(readRatingSheet, (all) => all),
  stagedRead(readMeasures, (all) => all),
  stagedRead(readMeasureForm, (all) => all),
  stagedRead(readScore, (all) => all),
  stagedRead(readCurrentView, (all) => all),
  stagedRead(readGrouping, (all) => all),
  stagedRead(readPlan, ({ personId }) => ({ personId, kind: 'wellbeing' as const })),
  stagedRead(readPlanSharing, ({ personId }) => ({ personId, kind: 'wellbeing' as const })),
  stagedRead(readPlanVersion, ({ personId }) => ({ personId, kind: 'wellbeing' as const, number: 1 })),
  stagedRead(newestPlan, ({ personId }) => ({ personId, kind: 'wellbeing' as const }), bare),
  stagedRead(readConcerns, (all) => all),
  stagedRead(readOneConcern, (all) => all),
  stagedRead(concernStart, () => undefined, lists),
  stagedRead(readGoalsForPaper, (all) => all),
  stagedRead(handoverSummary, (all) => all),
  stagedRead(story, ({ personId }) => ({ personId })),
  stagedRead(meetingChoices, (all) => all),
  stagedRead(meeting, (all) => all),
  stagedRead(meetingsOf, (all) => all),
  stagedRead(room, (all) => all),
  stagedRead(meetingCalendar, (all) => all, bare),
  stagedRead(noteForm, (all) => all),
  stagedRead(whoLooked, ({ personId }) => ({ personId })),
  stagedRead(reminders, (all) => all),
  stagedRead(reminderToSend, ({ reminderId }) => ({ id: reminderId })),
  stagedRead(jobsState, mine(undefined), bare),
  stagedRead(handoverBoard, () => undefined, lists),
  stagedRead(handoverOfPerson, (all) => all),
  stagedRead(handoverForm, (all) => all),
  stagedRead(newHandover, (all) => all),
  stagedRead(comeBackForm, ({ endedPersonId }) => ({ personId: endedPersonId })),
  stagedRead(imports, () => undefined, lists),
  stagedRead(importReview, ({ importId }) => ({ importId })),
  stagedRead(rejectedRows, ({ importId }) => ({ importId })),
  stagedRead(breakGlassForm, mine(undefined), bare),
  stagedRead(breakGlassReviews, ({ breakGlassId }) => ({ entryId: breakGlassId })),
  stagedRead(auditTrail, () => readAuditFilter({}), lists),
  stagedRead(staffList, () => ({ name: known, page: 1 }), lists),
  stagedRead(staffForm, () => undefined, lists),
  stagedRead(staffMember, (all) => all),
  stagedRead(teamList, () => undefined, lists),
  stagedRead(team, (all) => all),
  stagedRead(settings, mine(undefined), bare),
  stagedRead(account, mine(undefined), bare),
  stagedRead(sessionLeft, mine(undefined), bare),
  stagedRead(
    draft,
    ({ personId }, _, relation) =>
      relation === 'own' ? { form: 'note' as const, personId } : (nothing as never),
    bare,
  ),
  stagedRead(myAccount, mine(undefined), bare),
  stagedRead(accounts, (all) => all),
  stagedRead(inRoom, own(undefined)),
  stagedRead(myHome, own(undefined)),
  stagedRead(myGoals, own(undefined)),
  stagedRead(myGoal, (all) => all),
  stagedRead(myRating, own(undefined)),
  stagedRead(myPlan, own({ kind: 'wellbeing' as const })),
  stagedRead(myPeople, own(undefined)),
  stagedRead(myMeetingCalendar, (all) => all, bare),
  stagedRead(myReminders, own(undefined), bare),
  stagedRead(whoCanSeeMe, own(undefined)),
  stagedRead(familyHome, own(undefined)),
  stagedRead(familyRating, own(undefined)),
  stagedRead(familyOf, (all) => all),
  stagedRead(helpLines, (all) => all),
  stagedRead(myCard, mine(undefined), bare),
  stagedRead(readEquity, mine({ measure: 'people' as const }), bare),
]
