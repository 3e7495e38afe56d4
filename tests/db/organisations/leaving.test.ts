import { expect, test } from 'vitest'
import { account } from '@/db/access/reads'
import { caseload, readFilter } from '@/db/caseload/caseload'
import { staffMember } from '@/db/organisations/reads'
import { staffLeaves } from '@/db/organisations/staff-leaves'
import { suspendStaff } from '@/db/organisations/suspend-staff'
import { newId } from '@/lib/id'
import { canSignIn } from '../../build/sign-in'
import { sql } from '../../build/sql'
import { stage } from './stage'

const signedOut = { ok: false, failure: { kind: 'signed-out' } }
const dutyOf = async (teamId: string) =>
  (await sql<{ id: string }>('select duty_staff_id as id from teams where id = $1', [teamId]))[0]!.id

test('a suspended account is refused on its very next request; back again, it signs in anew', async () => {
  const { ada, amira } = await stage()
  expect(await suspendStaff(ada.token, { staffId: amira.id, to: 'suspended' }, newId())).toMatchObject({
    ok: true,
  })
  expect(await account(amira.token, undefined)).toEqual(signedOut)
  expect(await suspendStaff(ada.token, { staffId: amira.id, to: 'active' }, newId())).toMatchObject({
    ok: true,
  })
  // An old session does not wake up with the account.
  expect(await account(amira.token, undefined)).toEqual(signedOut)
  expect(await sql('select status from staff where id = $1', [amira.id])).toEqual([{ status: 'active' }])
})

test('somebody with young people beside them does not simply leave: the answer says how many', async () => {
  const { p, ada, amira, ewmhs } = await stage()
  await p.episode(ewmhs, { worker: amira })
  await p.episode(ewmhs, { worker: amira })
  expect(await staffLeaves(ada.token, { staffId: amira.id }, newId())).toMatchObject({
    failure: { because: expect.stringContaining('is beside 2 young people') },
  })
  expect(await staffMember(ada.token, { staffId: amira.id })).toMatchObject({
    value: { youngPeople: 2, staff: { status: 'active' } },
  })
  expect(await account(amira.token, undefined)).toMatchObject({ ok: true })
})

test('a leaver’s young people go to the duty worker in the same transaction, without a gap and each with an audit row', async () => {
  const { p, ada, amira, ewmhs } = await stage()
  await canSignIn(amira)
  const duty = await dutyOf(ewmhs.id)
  const sam = await p.episode(ewmhs, { worker: amira })
  await sql(
    `insert into meetings (partnership_id, id, episode_id, person_id, with_staff_id, starts_at, by_staff_id) values ($1, $2, $3, $4, $5, now() + interval '2 days', $5)`,
    [p.id, newId(), sam.id, sam.personId, amira.id],
  )
  expect(await staffLeaves(ada.token, { staffId: amira.id, giveToDuty: 'yes' }, newId())).toMatchObject({
    ok: true,
  })
  expect(await sql('select named_worker_id, status, version from episodes where id = $1', [sam.id])).toEqual([
    { named_worker_id: duty, status: 'open', version: 2 },
  ])
  expect(
    await sql(
      'select staff_id, upper_inf(during) as now from named_workers where episode_id = $1 order by lower(during)',
      [sam.id],
    ),
  ).toEqual([
    { staff_id: amira.id, now: false },
    { staff_id: duty, now: true },
  ])
  expect(await sql('select with_staff_id from meetings where episode_id = $1', [sam.id])).toEqual([
    { with_staff_id: duty },
  ])
  expect(await sql('select for_staff_id, words from tasks where episode_id = $1', [sam.id])).toEqual([
    { for_staff_id: duty, words: expect.stringContaining('You stand in for Amira Hussain now.') },
  ])
  expect(
    await sql(
      "select staff_id, record_id from app.audit_log where act = 'givenToDutyWorker' and person_id = $1",
      [sam.personId],
    ),
  ).toEqual([{ staff_id: ada.id, record_id: sam.id }])
  expect(await account(amira.token, undefined)).toEqual(signedOut)
  expect(await sql('select status, email from staff where id = $1', [amira.id])).toEqual([
    { status: 'left', email: null },
  ])
  expect(await sql('select 1 from app.credentials where staff_id = $1', [amira.id])).toEqual([])
  expect(await sql('select 1 from memberships where staff_id = $1 and to_day is null', [amira.id])).toEqual(
    [],
  )
})

test('in a hand-over the duty worker takes the same place, so two people stay beside the young person', async () => {
  const { p, ada, amira, ewmhs, mind } = await stage()
  const jo = await p.worker('facilitator', mind, { name: 'Jo Pereira' })
  const sam = await p.episode(ewmhs, { worker: amira })
  await sql(
    `insert into handovers (partnership_id, id, episode_id, person_id, from_team_id, to_team_id, sending_worker_id, receiving_worker_id, return_contact_id, step, invited_at, accepted_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $7, 'meeting-together', now(), now())`,
    [p.id, newId(), sam.id, sam.personId, ewmhs.id, mind.id, amira.id, jo.id],
  )
  const places = () =>
    sql(
      'select sending_worker_id as sending, receiving_worker_id as receiving, return_contact_id as back from handovers where episode_id = $1',
      [sam.id],
    )
  const [atEwmhs, atMind] = [await dutyOf(ewmhs.id), await dutyOf(mind.id)]
  expect(await staffLeaves(ada.token, { staffId: jo.id }, newId())).toMatchObject({
    failure: { because: expect.stringContaining('is beside 1 young person') },
  })
  await staffLeaves(ada.token, { staffId: jo.id, giveToDuty: 'yes' }, newId())
  expect(await places()).toEqual([{ sending: amira.id, receiving: atMind, back: amira.id }])
  await staffLeaves(ada.token, { staffId: amira.id, giveToDuty: 'yes' }, newId())
  expect(await places()).toEqual([{ sending: atEwmhs, receiving: atMind, back: atEwmhs }])
  expect(await sql('select named_worker_id from episodes where id = $1', [sam.id])).toEqual([
    { named_worker_id: atEwmhs },
  ])
})

test('the duty worker of a team does not leave before another is chosen', async () => {
  const { ada, ewmhs } = await stage()
  expect(
    await staffLeaves(ada.token, { staffId: await dutyOf(ewmhs.id), giveToDuty: 'yes' }, newId()),
  ).toMatchObject({ failure: { because: expect.stringContaining('is the duty worker of EWMHS') } })
})

test('where the team has no duty worker who could take them, nothing changes', async () => {
  const { p, ada, amira, ewmhs } = await stage()
  const sam = await p.episode(ewmhs, { worker: amira })
  await sql("update staff set status = 'suspended' where id = $1", [await dutyOf(ewmhs.id)])
  expect(await staffLeaves(ada.token, { staffId: amira.id, giveToDuty: 'yes' }, newId())).toMatchObject({
    failure: { because: 'EWMHS has no duty worker who could take them. Choose a duty worker first.' },
  })
  expect(await sql('select named_worker_id from episodes where id = $1', [sam.id])).toEqual([
    { named_worker_id: amira.id },
  ])
  expect(await account(amira.token, undefined)).toMatchObject({ ok: true })
})

test('nobody who has left can be named beside a young person', async () => {
  const { p, ada, amira, ewmhs } = await stage()
  const sam = await p.episode(ewmhs)
  await staffLeaves(ada.token, { staffId: amira.id }, newId())
  await expect(
    sql(
      "update episodes set status = 'open', accepted_on = '2026-03-04', named_worker_id = $2 where id = $1",
      [sam.id, amira.id],
    ),
  ).rejects.toThrow('a named worker has not left')
})

test('a suspension is never held up by young people; they go to the duty worker when asked', async () => {
  const { p, ada, amira, ewmhs } = await stage()
  const sam = await p.episode(ewmhs, { worker: amira })
  await suspendStaff(ada.token, { staffId: amira.id, to: 'suspended' }, newId())
  expect(await sql('select named_worker_id from episodes where id = $1', [sam.id])).toEqual([
    { named_worker_id: amira.id },
  ])
  await suspendStaff(ada.token, { staffId: amira.id, to: 'suspended', giveToDuty: 'yes' }, newId())
  expect(await sql('select named_worker_id from episodes where id = $1', [sam.id])).toEqual([
    { named_worker_id: await dutyOf(ewmhs.id) },
  ])
})

test('one’s own account cannot be suspended or ended', async () => {
  const { ada } = await stage()
  expect(await suspendStaff(ada.token, { staffId: ada.id, to: 'suspended' }, newId())).toMatchObject({
    failure: { because: 'Nobody can suspend their own account. Ask another administrator.' },
  })
  expect(await staffLeaves(ada.token, { staffId: ada.id }, newId())).toMatchObject({
    failure: { kind: 'refused' },
  })
})

test('the last administrator cannot go, not even when two end each other at the same moment', async () => {
  const { p, ada, ben } = await stage()
  const answers = await Promise.all([
    suspendStaff(ada.token, { staffId: ben.id, to: 'suspended' }, newId()),
    staffLeaves(ben.token, { staffId: ada.id }, newId()),
  ])
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  expect(
    await sql(
      "select 1 from staff s join memberships m on m.staff_id = s.id where s.partnership_id = $1 and s.status = 'active' and m.role = 'administrator' and m.to_day is null",
      [p.id],
    ),
  ).toHaveLength(1)
})

test('a clinician suspends nobody, and the neighbour partnership finds nobody here', async () => {
  const { amira, ben, outsider } = await stage()
  expect(await suspendStaff(amira.token, { staffId: ben.id, to: 'suspended' }, newId())).toMatchObject({
    failure: { kind: 'refused' },
  })
  expect(await staffLeaves(amira.token, { staffId: ben.id }, newId())).toMatchObject({
    failure: { kind: 'refused' },
  })
  for (const act of [
    suspendStaff(outsider.token, { staffId: ben.id, to: 'suspended' }, newId()),
    staffLeaves(outsider.token, { staffId: ben.id }, newId()),
  ])
    expect(await act).toEqual({ ok: false, failure: { kind: 'not-found' } })
  expect(await staffMember(outsider.token, { staffId: ben.id })).toEqual({
    ok: false,
    failure: { kind: 'not-found' },
  })
  expect(await account(ben.token, undefined)).toMatchObject({ ok: true })
})

test('an administrator reads no caseload at all', async () => {
  const { ada } = await stage()
  expect(await caseload(ada.token, readFilter({}))).toMatchObject({ failure: { kind: 'refused' } })
})
