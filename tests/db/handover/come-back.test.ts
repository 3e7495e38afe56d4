import { expect, test } from 'vitest'
import { readGoals } from '@/db/goals/reads'
import { recordRatings } from '@/db/goals/record-ratings'
import { comeBack } from '@/db/handover/come-back'
import { comeBackForm, handoverBoard, handoverOfPerson } from '@/db/handover/reads'
import { overview } from '@/db/people/overview'
import { endEpisode } from '@/db/referrals/end-episode'
import { addDays, inWords } from '@/lib/day'
import { addWorkingDays } from '@/lib/handover/clocks'
import { newId } from '@/lib/id'
import { sql } from '../../build/sql'
import { episodeOf, namedWorkersOf, partnership, rowOf, standingAt, today, why, won } from './stage'

const words = 'can i come back to amira please'
const notFound = { ok: false, failure: { kind: 'not-found' } }
const newest = async (personId: string) =>
  (
    await sql('select * from episodes where person_id = $1 order by made_at desc, id desc limit 1', [
      personId,
    ])
  )[0]!

test('comes back to the sending team without a new referral, with a named worker from the first moment', async () => {
  const s = await standingAt('living-it')
  const { withinReach } = won(await comeBack(s.amira.token, { personId: s.personId, words }, newId()))
  expect(withinReach).toBe(true)
  const episode = await newest(s.personId)
  expect(episode).toMatchObject({
    come_back_of: s.sam.id,
    team_id: s.ours.id,
    status: 'open',
    named_worker_id: s.amira.id,
    referred_on: today,
    words,
  })
  expect(await episodeOf(s)).toMatchObject({ status: 'ended', ended_how: 'came-back', named_worker_id: null })
  expect(await rowOf(s.handoverId)).toMatchObject({ state: 'came-back' })
  expect(await namedWorkersOf(episode.id)).toEqual({ names: ['Amira Hussain'], now: 1, stretches: 1 })
  expect(
    await sql("select for_staff_id, due_on from tasks where person_id = $1 and kind = 'came-back'", [
      s.personId,
    ]),
  ).toEqual([{ for_staff_id: s.amira.id, due_on: addWorkingDays(today, 2) }])
})

test('the same goals and one line of ratings go on, through the hand-over and back', async () => {
  const s = await standingAt('living-it')
  const goalId = await s.p.goal(s.sam, s.amira, [2, 6])
  won(await comeBack(s.amira.token, { personId: s.personId, words }, newId()))
  won(
    await recordRatings(
      s.amira.token,
      { personId: s.personId, rater: 'young-person', [`goal-${goalId}`]: '4' },
      newId(),
    ),
  )
  const { open } = won(await readGoals(s.amira.token, { personId: s.personId }))
  expect(open.map((goal) => goal.id)).toEqual([goalId])
  expect(open[0]!.ratings.map((rating) => rating.value)).toEqual([2, 6, 4])
  expect(open[0]!.lines).toHaveLength(1)
  // What is rated from now on is the sending team's; the receiving team keeps what it was there for.
  const theirs = won(await readGoals(s.jo.token, { personId: s.personId }))
  expect(theirs.open[0]!.ratings.map((rating) => rating.value)).toEqual([2, 6])
})

test('the receiving side may bring them back too, and loses sight of what follows', async () => {
  const s = await standingAt('living-it')
  expect(won(await comeBack(s.jo.token, { personId: s.personId, words }, newId()))).toMatchObject({
    withinReach: false,
  })
  const episode = await newest(s.personId)
  expect(episode).toMatchObject({ team_id: s.ours.id, named_worker_id: s.amira.id, come_back_of: s.sam.id })
  expect(won(await overview(s.amira.token, { personId: s.personId })).identity.episode.id).toBe(episode.id)
  expect(won(await overview(s.jo.token, { personId: s.personId })).identity.episode.id).toBe(s.sam.id)
  expect(await namedWorkersOf(episode.id)).toEqual({ names: ['Amira Hussain'], now: 1, stretches: 1 })
})

test('is open for either side up to and on the last day, and then says so', async () => {
  const s = await standingAt('ended')
  const until = async (day: string) =>
    sql('update handovers set come_back_until = $2 where id = $1', [s.handoverId, day])
  await until(addDays(today, -1))
  expect(await overview(s.amira.token, { personId: s.personId })).toEqual(notFound)
  expect(why(await comeBack(s.jo.token, { personId: s.personId, words }, newId()))).toBe(
    `The way back was open until ${inWords(addDays(today, -1))}. Make a new referral.`,
  )
  await until(today)
  expect(won(await comeBackForm(s.amira.token, { personId: s.personId })).because).toBeNull()
  expect(won(await handoverBoard(s.amira.token, undefined)).columns[5]).toMatchObject({ count: 1 })
  expect(await comeBack(s.amira.token, { personId: s.personId, words }, newId())).toMatchObject({ ok: true })
})

test('is refused while they are still with the sending team, and twice', async () => {
  const s = await standingAt('meeting-together')
  expect(why(await comeBack(s.amira.token, { personId: s.personId, words }, newId()))).toBe(
    'They are still with the sending team. Step back instead.',
  )
  const later = await standingAt('living-it')
  const answers = await Promise.all(
    [later.amira, later.jo].map((by) => comeBack(by.token, { personId: later.personId, words }, newId())),
  )
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  expect(
    await sql("select 1 from episodes where person_id = $1 and status = 'open'", [later.personId]),
  ).toHaveLength(1)
})

test('nobody of a third organisation brings them back, and words are asked for', async () => {
  const s = await standingAt('living-it')
  expect(await comeBack(s.eve.token, { personId: s.personId, words }, newId())).toEqual(notFound)
  expect(await comeBack(s.amira.token, { personId: s.personId, words: ' ' }, newId())).toMatchObject({
    failure: { fields: { words: 'Write what they say, or how you heard.' } },
  })
  expect(
    await comeBack(s.amira.token, { personId: s.personId, words, workerId: s.jo.id }, newId()),
  ).toMatchObject({ failure: { fields: { workerId: 'Choose someone who works in EWMHS now.' } } })
})

test('someone whose time ended without any hand-over comes back to the same team, once', async () => {
  const s = await partnership()
  const end = async (how: 'planned' | 'died', personId: string, episodeId: string) =>
    won(
      await endEpisode(
        s.amira.token,
        { episodeId, version: 1, how, endedOn: today, words: 'As agreed.' },
        newId(),
      ),
    ).personId === personId
  await end('planned', s.personId, s.sam.id)
  const answers = await Promise.all(
    [s.amira, s.ben].map((by) => comeBack(by.token, { personId: s.personId, words }, newId())),
  )
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  expect(why(answers.find((answer) => !answer.ok)!)).toMatch(/already come back|with EWMHS now/)
  expect(await newest(s.personId)).toMatchObject({ come_back_of: s.sam.id, named_worker_id: s.amira.id })
  const page = won(await handoverOfPerson(s.amira.token, { personId: s.personId }))
  expect(page.comeBack.because).toBe('They are with EWMHS now.')

  const died = await s.p.episode(s.ours, { worker: s.amira })
  await end('died', died.personId, died.id)
  expect(why(await comeBack(s.amira.token, { personId: died.personId, words }, newId()))).toBe(
    'This young person has died.',
  )
})
