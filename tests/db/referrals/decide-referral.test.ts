import { expect, test } from 'vitest'
import { acceptReferral } from '@/db/referrals/accept-referral'
import { allocateWorker } from '@/db/referrals/allocate-worker'
import { declineReferral } from '@/db/referrals/decline-referral'
import { referral, referrals } from '@/db/referrals/reads'
import { newId } from '@/lib/id'
import { Partnership } from '../../build/partnership'
import { sql } from '../../build/sql'

const stage = async () => {
  const p = await Partnership.make()
  const ours = await p.team()
  const theirs = await p.team({ name: 'Mind', kind: 'community' })
  const [amira, ben] = [
    await p.worker('clinician', ours),
    await p.worker('clinician', ours, { name: 'Ben Okafor' }),
  ]
  const stranger = await p.worker('clinician', theirs, { name: 'Sid Stranger' })
  const sam = await p.episode(ours)
  return { p, ours, theirs, amira, ben, stranger, sam }
}

const episodeOf = async (id: string) => (await sql('select * from episodes where id = $1', [id]))[0]!

test('the waiting list is in order of the day of referral, the longest first, and shows only one’s own teams', async () => {
  const { p, ours, theirs, amira, sam } = await stage()
  const early = await p.episode(ours, { referredOn: '2026-01-05' })
  const late = await p.episode(ours, { referredOn: '2026-04-01' })
  await p.episode(theirs, { referredOn: '2026-01-01' })
  await p.episode(ours, { worker: amira, referredOn: '2025-01-01' })
  const result = await referrals(amira.token, {})
  expect(result).toMatchObject({ ok: true, value: { total: 3 } })
  if (!result.ok) return
  expect(result.value.waiting.map((one) => one.episodeId)).toEqual([early.id, sam.id, late.id])
  const days = result.value.waiting.map((one) => one.days)
  // 5 January to 2 March 2026 is 26 + 28 + 2 days; to 1 April 30 more.
  expect(days[0]! - days[1]!).toBe(56)
  expect(days[1]! - days[2]!).toBe(30)
  const [audit] = await sql("select detail from app.audit_log where act = 'referrals' and staff_id = $1", [
    amira.id,
  ])
  expect(audit!.detail.people).toBe(3)
})

test('an accepted referral has a named worker at once: the one chosen', async () => {
  const { amira, ben, sam } = await stage()
  const result = await acceptReferral(
    amira.token,
    { episodeId: sam.id, version: 1, workerId: ben.id },
    newId(),
  )
  expect(result).toMatchObject({ ok: true, value: { personId: sam.personId } })
  expect(await episodeOf(sam.id)).toMatchObject({
    status: 'open',
    named_worker_id: ben.id,
    decided_by: amira.id,
    version: 2,
  })
  expect(await sql('select staff_id from named_workers where episode_id = $1', [sam.id])).toEqual([
    { staff_id: ben.id },
  ])
  expect(
    await sql(
      "select person_id, outcome from app.audit_log where act = 'acceptReferral' and record_id = $1",
      [sam.id],
    ),
  ).toEqual([{ person_id: sam.personId, outcome: 'done' }])
})

test('where nobody is chosen, it is the team’s duty person', async () => {
  const { ours, amira, sam } = await stage()
  await acceptReferral(amira.token, { episodeId: sam.id, version: 1 }, newId())
  const [team] = await sql('select duty_staff_id from teams where id = $1', [ours.id])
  expect((await episodeOf(sam.id)).named_worker_id).toBe(team!.duty_staff_id)
})

test.each([
  ['has no duty person', 'update teams set duty_staff_id = null where id = $1'],
  [
    'has a duty person who left the team',
    "update memberships set to_day = '2021-01-01' where staff_id = (select duty_staff_id from teams where id = $1)",
  ],
  [
    'has a duty person who left the service',
    "update staff set status = 'left' where id = (select duty_staff_id from teams where id = $1)",
  ],
])('a team that %s cannot leave a young person with nobody', async (_, change) => {
  const { ours, amira, sam } = await stage()
  await sql(change, [ours.id])
  expect(
    await acceptReferral(amira.token, { episodeId: sam.id, version: 1, workerId: '' }, newId()),
  ).toMatchObject({
    failure: { kind: 'refused', because: expect.stringContaining('has no duty person') },
  })
  expect((await episodeOf(sam.id)).status).toBe('waiting')
})

test('only someone who works in the team now can be named', async () => {
  const { amira, stranger, sam } = await stage()
  for (const workerId of [stranger.id, newId()])
    expect(
      await acceptReferral(amira.token, { episodeId: sam.id, version: 1, workerId }, newId()),
    ).toMatchObject({
      failure: { kind: 'invalid', fields: { workerId: 'Choose someone who works in EWMHS now.' } },
    })
})

test('a declined referral keeps the reason and what they can do instead', async () => {
  const { amira, sam } = await stage()
  const decline = { episodeId: sam.id, version: 1, because: 'not-our-age' as const, words: 'Kooth, from 11.' }
  expect(await declineReferral(amira.token, { ...decline, words: ' ' }, newId())).toMatchObject({
    failure: { fields: { words: 'Write what they can do instead.' } },
  })
  expect(
    await declineReferral(amira.token, { ...decline, because: 'too-hard' as 'not-our-age' }, newId()),
  ).toMatchObject({ failure: { fields: { because: 'Choose why the referral is declined.' } } })
  expect(await declineReferral(amira.token, decline, newId())).toMatchObject({ ok: true })
  expect(await episodeOf(sam.id)).toMatchObject({
    status: 'declined',
    declined_because: 'not-our-age',
    declined_words: 'Kooth, from 11.',
  })
  expect(await acceptReferral(amira.token, { episodeId: sam.id, version: 2 }, newId())).toMatchObject({
    failure: { kind: 'refused', because: 'This referral has been decided already.' },
  })
})

test('of two who decide at once, one is saved and the other sees what it says now', async () => {
  const { amira, ben, sam } = await stage()
  const answers = await Promise.all([
    acceptReferral(amira.token, { episodeId: sam.id, version: 1, workerId: amira.id }, newId()),
    declineReferral(
      ben.token,
      { episodeId: sam.id, version: 1, because: 'made-twice', words: 'See the other one.' },
      newId(),
    ),
  ])
  expect(answers.filter((a) => a.ok)).toHaveLength(1)
  const lost = answers.find((a) => !a.ok)
  expect(lost).toMatchObject({ failure: { kind: 'conflict', theirs: { version: '2' } } })
  expect((await episodeOf(sam.id)).version).toBe(2)
})

test('another organisation can neither see nor decide a referral, and a facilitator does not decide', async () => {
  const { p, ours, stranger, sam } = await stage()
  const notFound = { ok: false, failure: { kind: 'not-found' } }
  const decline = { episodeId: sam.id, version: 1, because: 'made-twice' as const, words: 'x' }
  expect(await referral(stranger.token, sam.id)).toEqual(notFound)
  expect(await referral(stranger.token, newId())).toEqual(notFound)
  expect(await acceptReferral(stranger.token, { episodeId: sam.id, version: 1 }, newId())).toEqual(notFound)
  expect(await declineReferral(stranger.token, decline, newId())).toEqual(notFound)
  expect(
    await allocateWorker(stranger.token, { episodeId: sam.id, version: 1, workerId: stranger.id }, newId()),
  ).toEqual(notFound)
  const jo = await p.worker('facilitator', ours, { name: 'Jo Pereira' })
  expect(await declineReferral(jo.token, decline, newId())).toMatchObject({ failure: { kind: 'refused' } })
  expect(await episodeOf(sam.id)).toMatchObject({ status: 'waiting', version: 1 })
})

test('a team that may look because the record is shared still decides nothing', async () => {
  const { p, theirs, amira, stranger, sam } = await stage()
  await sql(
    `insert into sharing_entries (partnership_id, id, person_id, recipient_team_id, purpose, wish, basis, from_day, by_staff_id)
     values ($1, $2, $3, $4, 'joint-work', 'yes', 'consent', '2026-01-01', $5)`,
    [p.id, newId(), sam.personId, theirs.id, amira.id],
  )
  expect(await referral(stranger.token, sam.id)).toMatchObject({
    ok: true,
    value: { mayDecide: false, members: [] },
  })
  expect(await acceptReferral(stranger.token, { episodeId: sam.id, version: 1 }, newId())).toMatchObject({
    failure: { kind: 'refused', because: expect.stringContaining('Only EWMHS') },
  })
})

test('the named worker changes without a gap, to someone who works in the team now', async () => {
  const { p, ours, amira, ben, stranger } = await stage()
  const open = await p.episode(ours, { worker: amira })
  const change = (workerId: string, version: number) =>
    allocateWorker(amira.token, { episodeId: open.id, version, workerId }, newId())
  expect(await change(stranger.id, 1)).toMatchObject({ failure: { kind: 'invalid' } })
  expect(await change(amira.id, 1)).toMatchObject({
    failure: { fields: { workerId: 'Amira Hussain is the named worker already.' } },
  })
  expect(await change(ben.id, 1)).toMatchObject({ ok: true })
  expect(
    (
      await sql(
        'select count(*)::int as n, (select count(*)::int from unnest(range_agg(during))) as stretches from named_workers where episode_id = $1',
        [open.id],
      )
    )[0],
  ).toEqual({ n: 2, stretches: 1 })
  expect(await change(amira.id, 1)).toMatchObject({
    failure: { kind: 'conflict', theirs: { workerId: 'Ben Okafor', version: '2' } },
  })
})

test('a referral that still waits has no named worker to change', async () => {
  const { amira, ben, sam } = await stage()
  expect(
    await allocateWorker(amira.token, { episodeId: sam.id, version: 1, workerId: ben.id }, newId()),
  ).toMatchObject({ failure: { kind: 'refused' } })
})

test('while a hand-over is under way, the new named worker takes the same place in it', async () => {
  const { p, ours, theirs, amira, ben } = await stage()
  const open = await p.episode(ours, { worker: amira })
  const handover = newId()
  await sql(
    `insert into handovers (partnership_id, id, episode_id, person_id, from_team_id, to_team_id, sending_worker_id, return_contact_id)
     values ($1, $2, $3, $4, $5, $6, $7, $7)`,
    [p.id, handover, open.id, open.personId, ours.id, theirs.id, amira.id],
  )
  await allocateWorker(amira.token, { episodeId: open.id, version: 1, workerId: ben.id }, newId())
  expect(await sql('select sending_worker_id, version from handovers where id = $1', [handover])).toEqual([
    { sending_worker_id: ben.id, version: 2 },
  ])
})
