import { expect, test } from 'vitest'
import { endEpisode } from '@/db/referrals/end-episode'
import { endingOf } from '@/db/referrals/reads'
import { newId } from '@/lib/id'
import { Partnership } from '../../build/partnership'
import { sql } from '../../build/sql'

const stage = async () => {
  const p = await Partnership.make()
  const ours = await p.team()
  const theirs = await p.team({ name: 'Mind', kind: 'community' })
  const amira = await p.worker('clinician', ours)
  const jo = await p.worker('facilitator', theirs, { name: 'Jo Pereira' })
  const sam = await p.episode(ours, { worker: amira })
  const goalId = await p.goal(sam, amira, [2, 6])
  await sql(
    `insert into relationships (partnership_id, id, person_id, name, relation) values ($1, $2, $3, 'Kerry', 'mother')`,
    [p.id, newId(), sam.personId],
  )
  const meeting = (startsAt: string) =>
    sql(
      `insert into meetings (partnership_id, id, episode_id, person_id, with_staff_id, starts_at, by_staff_id) values ($1, $2, $3, $4, $5, $6, $5)`,
      [p.id, newId(), sam.id, sam.personId, amira.id, startsAt],
    )
  await meeting('2026-03-10T10:00Z')
  await meeting('2999-01-01T10:00Z')
  const end = {
    episodeId: sam.id,
    version: 1,
    how: 'planned' as const,
    endedOn: '2026-06-30',
    words: 'We agreed.',
  }
  return { p, ours, theirs, amira, jo, sam, goalId, end }
}

const episodeOf = async (id: string) => (await sql('select * from episodes where id = $1', [id]))[0]!

test('a planned ending keeps people, goals and ratings, and leaves the way back open', async () => {
  const { amira, sam, goalId, end } = await stage()
  expect(await endEpisode(amira.token, end, newId())).toEqual({ ok: true, value: { personId: sam.personId } })
  expect(await episodeOf(sam.id)).toMatchObject({
    status: 'ended',
    ended_on: '2026-06-30',
    ended_how: 'planned',
    ended_words: 'We agreed.',
    // The partnership’s setting is twelve months.
    come_back_until: '2027-06-30',
    named_worker_id: null,
  })
  expect(await sql('select name, ended_on from relationships where person_id = $1', [sam.personId])).toEqual([
    { name: 'Kerry', ended_on: null },
  ])
  expect(await sql('select ended_on from goals where id = $1', [goalId])).toEqual([{ ended_on: null }])
  expect(await sql('select value from ratings where goal_id = $1', [goalId])).toHaveLength(2)
  expect(
    await sql('select upper_inf(during) as open from named_workers where episode_id = $1', [sam.id]),
  ).toEqual([{ open: false }])
})

test('meetings still to come are cancelled; those held stay', async () => {
  const { amira, sam, end } = await stage()
  await endEpisode(amira.token, end, newId())
  expect(
    await sql(
      'select cancelled_at is null as stands from meetings where episode_id = $1 order by starts_at',
      [sam.id],
    ),
  ).toEqual([{ stands: true }, { stands: false }])
})

test('when a young person died, the day is kept, their people stay, and nobody invites them back', async () => {
  const { amira, sam, end } = await stage()
  expect(await endEpisode(amira.token, { ...end, how: 'died' }, newId())).toMatchObject({ ok: true })
  expect(await sql('select died_on from people where id = $1', [sam.personId])).toEqual([
    { died_on: '2026-06-30' },
  ])
  expect((await episodeOf(sam.id)).come_back_until).toBeNull()
  expect(await sql('select name from relationships where person_id = $1', [sam.personId])).toHaveLength(1)
})

test('nobody ends while a hand-over is under way, and the refusal says why', async () => {
  const { p, ours, theirs, amira, sam, end } = await stage()
  await sql(
    `insert into handovers (partnership_id, id, episode_id, person_id, from_team_id, to_team_id, sending_worker_id, return_contact_id)
     values ($1, $2, $3, $4, $5, $6, $7, $7)`,
    [p.id, newId(), sam.id, sam.personId, ours.id, theirs.id, amira.id],
  )
  expect(await endEpisode(amira.token, end, newId())).toMatchObject({
    failure: { kind: 'refused', because: expect.stringContaining('A hand-over is under way.') },
  })
  expect(await endingOf(amira.token, sam.personId)).toMatchObject({
    ok: true,
    value: { handover: true, ours: true },
  })
  expect((await episodeOf(sam.id)).status).toBe('open')
})

const underWay = async (how: 'sending' | 'receiving') => {
  const s = await stage()
  const handoverId = newId()
  await sql(
    `insert into handovers (partnership_id, id, episode_id, person_id, from_team_id, to_team_id, sending_worker_id, receiving_worker_id,
       return_contact_id, step, invited_at, accepted_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $7, $9, now(), now())`,
    [
      s.p.id,
      handoverId,
      s.sam.id,
      s.sam.personId,
      s.ours.id,
      s.theirs.id,
      s.amira.id,
      s.jo.id,
      how === 'sending' ? 'meeting-together' : 'living-it',
    ],
  )
  if (how === 'receiving')
    await sql('update episodes set team_id = $2, named_worker_id = $3 where id = $1', [
      s.sam.id,
      s.theirs.id,
      s.jo.id,
    ])
  return {
    ...s,
    handoverId,
    leads: how === 'sending' ? s.amira : s.jo,
    other: how === 'sending' ? s.jo : s.amira,
  }
}

test.each([
  ['died', 'sending', 'The young person died. We agreed.'],
  ['died', 'receiving', 'The young person died. We agreed.'],
  ['moved-away', 'sending', 'The young person moved away. We agreed.'],
] as const)(
  'when they %s while the %s worker leads, the hand-over stops with it, and the other team sees no more',
  async (how, side, words) => {
    const { sam, end, handoverId, leads, other } = await underWay(side)
    expect(await endEpisode(leads.token, { ...end, how }, newId())).toMatchObject({ ok: true })
    expect(
      await sql(
        'select h.state, h.because_words, h.ended_at is not null as over, s.what, s.words from handovers h join handover_steps s on s.handover_id = h.id where h.id = $1',
        [handoverId],
      ),
    ).toEqual([{ state: 'stopped', because_words: words, over: true, what: 'stopped', words }])
    expect((await episodeOf(sam.id)).status).toBe('ended')
    // One transaction: both rows carry the same transaction number.
    expect(
      await sql(
        'select xmin::text from handovers where id = $1 union select xmin::text from episodes where id = $2',
        [handoverId, sam.id],
      ),
    ).toHaveLength(1)
    expect(await endingOf(leads.token, sam.personId)).toMatchObject({ ok: true })
    expect(await endingOf(other.token, sam.personId)).toEqual({ ok: false, failure: { kind: 'not-found' } })
  },
)

test.each(['planned', 'did-not-want-more'] as const)(
  'an ending of the kind “%s” waits until the hand-over is finished or stopped',
  async (how) => {
    const { sam, end, handoverId, amira } = await underWay('sending')
    expect(await endEpisode(amira.token, { ...end, how }, newId())).toMatchObject({
      failure: { kind: 'refused', because: expect.stringContaining('A hand-over is under way.') },
    })
    expect(await sql('select state from handovers where id = $1', [handoverId])).toEqual([
      { state: 'active' },
    ])
    expect((await episodeOf(sam.id)).status).toBe('open')
  },
)

test.each([
  ['a day to come', { endedOn: '2999-01-01' }, 'endedOn', 'in the future'],
  ['a day before it began', { endedOn: '2026-03-03' }, 'endedOn', 'before the referral was accepted'],
  ['no words', { words: ' ' }, 'words', 'Write what was agreed, or what happened.'],
  ['a way of ending we do not have', { how: 'failed' }, 'how', 'Choose how it ended.'],
])('%s is met with a sentence', async (_, wrong, field, sentence) => {
  const { amira, sam, end } = await stage()
  const result = await endEpisode(amira.token, { ...end, ...wrong } as typeof end, newId())
  expect(result).toHaveProperty(['failure', 'fields', field], expect.stringContaining(sentence))
  expect((await episodeOf(sam.id)).status).toBe('open')
})

test('an old form changes nothing, and a waiting referral is declined, not ended', async () => {
  const { p, ours, amira, sam, end } = await stage()
  await sql('update episodes set version = 2 where id = $1', [sam.id])
  expect(await endEpisode(amira.token, end, newId())).toMatchObject({
    failure: { kind: 'conflict', theirs: { version: '2' } },
  })
  const waiting = await p.episode(ours)
  expect(await endEpisode(amira.token, { ...end, episodeId: waiting.id }, newId())).toMatchObject({
    failure: { kind: 'refused', because: expect.stringContaining('still waiting') },
  })
})

test('another organisation cannot end it, nor see the page', async () => {
  const { jo, sam, end } = await stage()
  expect(await endEpisode(jo.token, end, newId())).toEqual({ ok: false, failure: { kind: 'not-found' } })
  expect(await endingOf(jo.token, sam.personId)).toEqual({ ok: false, failure: { kind: 'not-found' } })
  expect((await episodeOf(sam.id)).status).toBe('open')
})
