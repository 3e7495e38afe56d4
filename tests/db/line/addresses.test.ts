import { beforeAll, describe, expect, test } from 'vitest'
import { readOneConcern } from '@/db/concerns/reads'
import { draft } from '@/db/drafts/reads'
import { holdOpenEpisode } from '@/db/goals/held'
import { readGoal, readGoals } from '@/db/goals/reads'
import { handoverForm } from '@/db/handover/reads'
import { readCurrentView, readScore } from '@/db/measures/reads'
import { reminders } from '@/db/outbox/reads'
import { addressForm, relationshipForm } from '@/db/people/reads'
import { newestPlan } from '@/db/plans/newest'
import { referral } from '@/db/referrals/reads'
import { meeting } from '@/db/story/meeting'
import { noteForm, story } from '@/db/story/reads'
import { Partnership, type Worker } from '../../build/partnership'

let amira: Worker
let sam: string

beforeAll(async () => {
  const p = await Partnership.make()
  const team = await p.team()
  amira = await p.worker('clinician', team)
  sam = (await p.episode(team, { worker: amira })).personId
})

/** As long as an id and made of its letters, and none: what a check that only counts lets through to the database. */
const none = '------------------------------------'

describe('an address without a right id', () => {
  const asked: [string, (id: string) => Promise<unknown>][] = [
    ['of a record', (id) => readGoals(amira.token, { personId: id })],
    ['of a goal', (id) => readGoal(amira.token, { personId: sam, goalId: id })],
    ['of a story', (id) => story(amira.token, { personId: id })],
    ['of a note', (id) => noteForm(amira.token, { personId: sam, noteId: id })],
    ['of a meeting', (id) => meeting(amira.token, { personId: sam, meetingId: id })],
    ['of a concern', (id) => readOneConcern(amira.token, { personId: sam, concernId: id })],
    ['of a score', (id) => readScore(amira.token, { personId: sam, scoreId: id })],
    ['of a Current View', (id) => readCurrentView(amira.token, { personId: sam, viewId: id })],
    ['of a hand-over', (id) => handoverForm(amira.token, { handoverId: id })],
    ['of a referral', (id) => referral(amira.token, id)],
    ['of reminders', (id) => reminders(amira.token, { personId: id })],
    ['of someone who matters', (id) => relationshipForm(amira.token, { personId: sam, relationshipId: id })],
    ['of an address', (id) => addressForm(amira.token, { personId: sam, addressId: id })],
    ['of the newest plan', (id) => newestPlan(amira.token, { personId: id, kind: 'safety' })],
    ['of a draft', (id) => draft(amira.token, { form: 'note', personId: id })],
  ]
  test.each(asked)('%s leads to "not found"', async (_, ask) => {
    for (const id of [none, 'sam', '1'])
      expect(await ask(id)).toEqual({ ok: false, failure: { kind: 'not-found' } })
  })

  test('is not asked of the database where an episode is held', async () => {
    await expect(holdOpenEpisode(undefined as never, none)).rejects.toMatchObject({
      failure: { kind: 'not-found' },
    })
  })
})
