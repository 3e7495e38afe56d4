import { account } from '@/db/access/reads'
import { breakGlassForm, breakGlassReviews } from '@/db/access-in-need/reads'
import { auditTrail, readAuditFilter } from '@/db/audit/reads'
import { caseload, readFilter } from '@/db/caseload/caseload'
import { today } from '@/db/caseload/today'
import { readGoal, readGoals, readRatingSheet } from '@/db/goals/reads'
import { readGrouping } from '@/db/grouping/reads'
import { comeBackForm, handoverBoard, handoverForm, handoverOfPerson, newHandover } from '@/db/handover/reads'
import { importReview, imports, rejectedRows } from '@/db/imports/reads'
import { settings, staffForm, staffList, staffMember, team, teamList } from '@/db/organisations/reads'
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
import { endingOf, newReferral, referral, referrals } from '@/db/referrals/reads'
import { readEquity } from '@/db/reporting/reads'
import { meeting, meetingChoices, story } from '@/db/story/reads'
import { referralSearch } from './records'
import { known, nothing, type StagedRead, stagedRead } from './scene'

/** Asked of nobody else's: one's own account, a form without anything in it. */
const mine =
  <P>(asked: P) =>
  (_: unknown, __: unknown, relation: string) =>
    (relation === 'own' ? asked : nothing) as P

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
  stagedRead(readGrouping, (all) => all),
  stagedRead(story, ({ personId }) => ({ personId })),
  stagedRead(meetingChoices, (all) => all),
  stagedRead(meeting, (all) => all),
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
  stagedRead(readEquity, mine({ measure: 'people' as const }), bare),
]
