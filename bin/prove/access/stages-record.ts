import { breakGlass } from '@/db/access-in-need/break-glass'
import { reviewBreakGlass } from '@/db/access-in-need/review-break-glass'
import { finishTask } from '@/db/caseload/finish-task'
import { addGoal } from '@/db/goals/add-goal'
import { endGoal } from '@/db/goals/end-goal'
import { recordRatings } from '@/db/goals/record-ratings'
import { agreeGrouping } from '@/db/grouping/agree-grouping'
import { addAddress } from '@/db/people/add-address'
import { addRelationship } from '@/db/people/add-relationship'
import { changeDetails } from '@/db/people/change-details'
import { changeRelationship } from '@/db/people/change-relationship'
import { correctAddress } from '@/db/people/correct-address'
import { recordEquality } from '@/db/people/record-equality'
import { searchPeople } from '@/db/people/search-people'
import { acceptReferral } from '@/db/referrals/accept-referral'
import { allocateWorker } from '@/db/referrals/allocate-worker'
import { declineReferral } from '@/db/referrals/decline-referral'
import { endEpisode } from '@/db/referrals/end-episode'
import { lookUpPerson } from '@/db/referrals/look-up-person'
import { registerReferral } from '@/db/referrals/register-referral'
import { recordSharing } from '@/db/sharing/record-sharing'
import { withdrawSharing } from '@/db/sharing/withdraw-sharing'
import { bookMeeting } from '@/db/story/book-meeting'
import { recordAttendance } from '@/db/story/record-attendance'
import { writeNote } from '@/db/story/write-note'
import { addDays, dayOf } from '@/lib/day'
import { addRow } from '@/tests/build/record'
import { recordIn, type Scene, staged } from './scene'

const today = dayOf(new Date())
const said = 'Said today.'

/** An episode as a form was opened on it: naming its worker is a second change of its row. */
const waiting = async (s: Scene) => ({
  episodeId: (await recordIn(s, { status: 'waiting' })).episodeId,
  version: 1,
})
const open = async (s: Scene) => ({ episodeId: (await recordIn(s)).episodeId, version: 1 })

const search = ({ actor, world, word }: Scene) =>
  addRow('app.searches', {
    partnership_id: world.ours.p.id,
    staff_id: actor.id,
    kind: 'referral',
    typed: { givenName: 'Sam', familyName: word, born: '2008-05-14', nhsNumber: '' },
  })

const matters = { name: 'Kerry', relationship: 'mother', parentalResponsibility: 'yes' } as const

/** Acts on a young person's record: a referral, who they are, what they want, what is written. */
export const recordStages = [
  staged(lookUpPerson, async (s) =>
    s.relation === 'own' ? { givenName: 'Ada', familyName: s.word, born: '2010-01-02' } : undefined,
  ),
  staged(
    registerReferral,
    async (s) => ({
      who: 'new' as const,
      searchId: await search(s),
      teamId: s.place.team.id,
      referredOn: today,
      source: 'A1' as const,
      givenName: 'Ada',
      familyName: s.word,
      born: '2010-01-02',
      nhsNumberAbsent: 'not-known-yet',
    }),
    { choice: 'teamId' },
  ),
  staged(acceptReferral, waiting),
  staged(declineReferral, async (s) => ({
    ...(await waiting(s)),
    because: 'not-our-area' as const,
    words: said,
  })),
  staged(allocateWorker, async (s) => ({
    ...(await open(s)),
    workerId: (await s.place.p.worker('clinician', s.place.team)).id,
  })),
  staged(endEpisode, async (s) => ({
    ...(await open(s)),
    how: 'planned' as const,
    endedOn: today,
    words: said,
  })),
  staged(changeDetails, async (s) => ({
    personId: (await recordIn(s)).personId,
    version: 1,
    given: 'Samuel',
    family: 'Changed',
    born: '2008-05-14',
    nhsNumberAbsent: 'not-known-yet' as const,
  })),
  staged(addAddress, async (s) => ({ personId: (await recordIn(s)).personId, lines: '2 Hill', from: today })),
  staged(correctAddress, async (s) => {
    const record = await recordIn(s)
    return { personId: record.personId, addressId: await record.address(), lines: '2 Hill', from: today }
  }),
  staged(recordEquality, async (s) => ({ personId: (await recordIn(s)).personId, sex: 'not-asked' })),
  staged(addRelationship, async (s) => ({ personId: (await recordIn(s)).personId, ...matters })),
  staged(changeRelationship, async (s) => {
    const record = await recordIn(s)
    return {
      personId: record.personId,
      relationshipId: await record.relationship(),
      version: 1,
      ...matters,
    }
  }),
  staged(recordSharing, async (s) => ({
    personId: (await recordIn(s)).personId,
    recipientTeamId: s.next.team.id,
    purpose: 'handover' as const,
    wish: 'yes' as const,
    basis: 'consent-16' as const,
    from: today,
  })),
  staged(withdrawSharing, async (s) => {
    const record = await recordIn(s)
    return { personId: record.personId, entryId: await record.sharing(s.next.team), words: said }
  }),
  staged(bookMeeting, async (s) => ({
    personId: (await recordIn(s)).personId,
    on: addDays(today, 7),
    at: '14:00',
    how: 'face-to-face' as const,
    withStaffId: s.worker.id,
  })),
  staged(recordAttendance, async (s) => {
    const record = await recordIn(s)
    const meetingId = await record.meeting(new Date(Date.now() - 86_400_000))
    return { personId: record.personId, meetingId, version: 1, attendance: 'came' as const }
  }),
  staged(writeNote, async (s) => ({
    personId: (await recordIn(s)).personId,
    happenedOn: today,
    words: said,
  })),
  staged(finishTask, async (s) => ({ taskId: await (await recordIn(s)).task(s.worker) })),
  staged(searchPeople, async (s) => (s.relation === 'own' ? { q: s.word } : undefined), { plain: true }),
  // Within reach there is nothing to open.
  staged(breakGlass, async (s) => {
    if (s.relation === 'own' || s.relation === 'team') return undefined
    await recordIn(s)
    return {
      fullName: `Sam ${s.word}`,
      born: '2008-05-14',
      reason: 'They are at the door now.',
      understood: 'yes' as const,
    }
  }),
  staged(reviewBreakGlass, async (s) => ({
    entryId: await addRow('app.break_glass', {
      partnership_id: s.place.p.id,
      person_id: (await recordIn(s)).personId,
      staff_id: s.place.colleague.id,
      reason: `At the door, ${s.word}`,
      to_at: new Date(Date.now() + 3_600_000),
    }),
    words: said,
  })),
  staged(agreeGrouping, async (s) => ({
    personId: (await recordIn(s)).personId,
    version: 'none.0',
    grouping: 'getting-advice',
    considered: 'Advice',
    needNow: said,
    plan: said,
    everyonesPart: said,
    tookPart: 'young-person',
    youngPersonsView: said,
    decidedOn: today,
    reviewOn: addDays(today, 30),
  })),
  staged(addGoal, async (s) => ({
    personId: (await recordIn(s)).personId,
    words: 'Go to the pool',
    whose: 'young-person' as const,
    agreedOn: today,
  })),
  staged(endGoal, async (s) => {
    const record = await recordIn(s)
    return {
      personId: record.personId,
      goalId: await record.goal(),
      version: 1,
      because: 'reached' as const,
    }
  }),
  staged(recordRatings, async (s) => {
    const record = await recordIn(s)
    return {
      personId: record.personId,
      rater: 'young-person',
      [`goal-${await record.goal()}`]: '5',
    }
  }),
]
