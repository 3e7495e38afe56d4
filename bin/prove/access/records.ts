import { concern, planVersion } from '@/tests/build/plans'
import { addRow } from '@/tests/build/record'
import { sql } from '@/tests/build/sql'
import type { Asker } from './expected'
import { ownRecordOf } from './own-pages'
import { type Everything, newWord, type Relation, recordIn, type Scene, sceneFor, type World } from './scene'
import { draftIn } from './stages-drafts'
import { checkedImport } from './stages-handover'

/** One record of every kind with all its parts, and the service around it, all known by one word. */
async function everythingIn(s: Scene): Promise<Everything> {
  const record = await recordIn(s)
  const soon = new Date(Date.now() + 3_600_000)
  const goalId = await record.goal([3, 5])
  await record.step(goalId)
  await record.talk(goalId)
  const noteId = await record.note()
  await Promise.all([record.task(s.worker), record.decision(), record.equality()])
  const meetingId = await record.meeting(soon)
  const relationshipId = await record.relationship()
  await record.wantsReminders()
  await draftIn(s)
  await planVersion(record.episode, s.worker, { words: s.word })
  await planVersion(record.episode, s.worker, { kind: 'safety', words: s.word })
  return {
    word: s.word,
    personId: record.personId,
    episodeId: record.episodeId,
    waitingEpisodeId: (await recordIn(s, { status: 'waiting' })).episodeId,
    endedPersonId: (await recordIn(s, { status: 'ended' })).personId,
    concernId: await concern(record.episode, s.worker, s.word),
    number: '1',
    goalId,
    ratingId: (await record.rating(goalId)).ratingId,
    addressId: await record.address(),
    relationshipId,
    accountId: (await s.place.p.ownAccount(record.personId, { relationshipId })).id,
    meetingId,
    noteId,
    reminderId: await record.reminder(meetingId),
    scoreId: await record.score(),
    viewId: await record.currentView(),
    sharingId: await record.sharing(s.next.team, 'joint-work'),
    handoverId: await record.handover(s.next.team, { step: 'getting-ready' }),
    importId: await checkedImport(s),
    breakGlassId: await addRow('app.break_glass', {
      partnership_id: s.place.p.id,
      person_id: record.personId,
      staff_id: s.place.colleague.id,
      reason: `At the door, ${s.word}`,
      to_at: new Date(Date.now() + 3_600_000),
    }),
    searchId: await addRow('app.searches', {
      partnership_id: s.place.p.id,
      staff_id: s.worker.id,
      kind: 'search',
      typed: { q: s.word },
    }),
    lineId: await addRow('help_lines', {
      partnership_id: s.place.p.id,
      name: s.word,
      kind: 'phone',
      contact: '01632 960123',
      position: 1,
      checked_on: '2026-01-01',
      by_staff_id: s.place.colleague.id,
    }),
    staffId: (await s.place.p.worker('clinician', s.place.team, { name: s.word })).id,
    teamId: (await s.place.p.team({ name: s.word })).id,
  }
}

export type Everythings = (asker: Asker, relation: Relation) => Promise<Everything>

/** The records of a world: those of each worker, their team's, another organisation's, another partnership's. */
export const recordsOf = (world: World): Everythings => {
  const known = new Map<string, Promise<Everything>>()
  return ({ worker }, relation) => {
    const scene = sceneFor(world, worker, relation, newWord())
    const own = scene.worker === worker || ownRecordOf(worker) !== undefined
    const key = relation === 'own' && own ? worker.id : relation
    const made = known.get(key) ?? everythingIn(scene)
    known.set(key, made)
    return made
  }
}

/** A search before a referral, which only whoever made it can go on from. */
export const referralSearch = (by: { id: string; partnershipId: string }): Promise<string> =>
  addRow('app.searches', {
    partnership_id: by.partnershipId,
    staff_id: by.id,
    kind: 'referral',
    typed: { givenName: 'Nobody', familyName: 'Atall', born: '2008-05-14', nhsNumber: '' },
  })

/** Figures of a partnership that name their own place. */
export async function release({ place, word }: Scene): Promise<void> {
  await addRow('published.releases', {
    partnership_id: place.p.id,
    from_day: '2025-04-01',
    to_day: '2026-03-31',
    edition: '2019',
    hidden_limit: 5,
    notes: { points: word },
  })
  await sql('update published.releases set newest = true where partnership_id = $1', [place.p.id])
}
