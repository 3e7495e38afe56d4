import { expect, test } from 'vitest'
import { caseload, readFilter } from '@/db/caseload/caseload'
import { addMembership } from '@/db/organisations/add-membership'
import { endMembership } from '@/db/organisations/end-membership'
import { newId } from '@/lib/id'
import { asRole, sql } from '../../build/sql'
import { stage } from './stage'

const everything = readFilter({ whose: 'team' })

test('a role in a second team opens that team on the next request, with the referrals desk where it is given', async () => {
  const { p, ada, amira, ewmhs, mind } = await stage()
  await p.episode(mind, { worker: await p.worker('facilitator', mind, { name: 'Jo Pereira' }) })
  const before = await caseload(amira.token, everything)
  expect(before).toMatchObject({ value: { total: 0 } })
  const form = { staffId: amira.id, role: 'clinician', teamId: mind.id, referralsDesk: 'yes' } as const
  expect(await addMembership(ada.token, form, newId())).toMatchObject({ ok: true })
  expect(await caseload(amira.token, everything)).toMatchObject({
    value: { total: 1, actor: { referralsDesk: true, teamIds: expect.arrayContaining([ewmhs.id, mind.id]) } },
  })
  expect(await addMembership(ada.token, form, newId())).toMatchObject({
    failure: { fields: { role: 'They hold this role already.' } },
  })
})

test('a role ended today is refused on the very next read', async () => {
  const { p, ada, ewmhs } = await stage()
  const jo = await p.worker('clinician', ewmhs, { name: 'Jo Pereira' })
  expect(await caseload(jo.token, everything)).toMatchObject({ ok: true })
  const [held] = await sql('select id from memberships where staff_id = $1', [jo.id])
  const ended = await endMembership(ada.token, { staffId: jo.id, membershipId: held!.id }, newId())
  expect(ended).toMatchObject({ ok: true })
  expect(await caseload(jo.token, everything)).toEqual({ ok: false, failure: { kind: 'signed-out' } })
})

test('a role ended in one of two teams closes that team at once and leaves the other open', async () => {
  const { p, ada, amira, ewmhs, mind } = await stage()
  const duty = await p.worker('clinician', ewmhs, { name: 'Olu' })
  await p.episode(ewmhs, { worker: duty })
  await addMembership(ada.token, { staffId: amira.id, role: 'clinician', teamId: mind.id }, newId())
  expect(await caseload(amira.token, everything)).toMatchObject({ value: { total: 1 } })
  const [held] = await sql('select id from memberships where staff_id = $1 and team_id = $2', [
    amira.id,
    ewmhs.id,
  ])
  await endMembership(ada.token, { staffId: amira.id, membershipId: held!.id }, newId())
  expect(await caseload(amira.token, everything)).toMatchObject({
    value: { total: 0, actor: { teamIds: [mind.id] } },
  })
})

test('the last role in a team does not end while young people there count on the person, unless the duty worker takes them', async () => {
  const { p, ada, amira, ewmhs } = await stage()
  const sam = await p.episode(ewmhs, { worker: amira })
  const [held] = await sql('select id from memberships where staff_id = $1', [amira.id])
  const form = { staffId: amira.id, membershipId: held!.id }
  expect(await endMembership(ada.token, form, newId())).toMatchObject({
    failure: { because: expect.stringContaining('is beside 1 young person in this team') },
  })
  expect(await endMembership(ada.token, { ...form, giveToDuty: 'yes' }, newId())).toMatchObject({ ok: true })
  expect(
    await sql(
      'select e.named_worker_id = t.duty_staff_id as with_duty from episodes e join teams t on t.id = e.team_id where e.id = $1',
      [sam.id],
    ),
  ).toEqual([{ with_duty: true }])
})

test('the duty worker of a team keeps the role there until another is chosen', async () => {
  const { ada, ewmhs } = await stage()
  const [duty] = await sql(
    'select m.id, m.staff_id from memberships m join teams t on t.duty_staff_id = m.staff_id where t.id = $1',
    [ewmhs.id],
  )
  expect(
    await endMembership(ada.token, { staffId: duty!.staff_id, membershipId: duty!.id }, newId()),
  ).toMatchObject({ failure: { because: expect.stringContaining('is the duty worker of EWMHS') } })
})

test('a commissioner never holds a role that opens records, nor the other way round', async () => {
  const { p, ada, amira, ewmhs } = await stage()
  const cora = await p.worker('commissioner', undefined, { name: 'Cora' })
  const separated = {
    failure: { fields: { role: expect.stringContaining('never holds a role that opens records') } },
  }
  expect(
    await addMembership(ada.token, { staffId: cora.id, role: 'team-lead', teamId: ewmhs.id }, newId()),
  ).toMatchObject(separated)
  expect(await addMembership(ada.token, { staffId: amira.id, role: 'commissioner' }, newId())).toMatchObject(
    separated,
  )
})

test('the database itself keeps commissioners and records apart', async () => {
  const { amira } = await stage()
  await expect(
    sql(
      "insert into memberships (partnership_id, id, staff_id, role, from_day) values ($1, $2, $3, 'commissioner', '2026-01-01')",
      [amira.partnershipId, newId(), amira.id],
    ),
  ).rejects.toThrow('a commissioner holds no role that opens records')
})

test('an administrator gives themself no role that opens records', async () => {
  const { ada, ewmhs } = await stage()
  expect(
    await addMembership(ada.token, { staffId: ada.id, role: 'clinician', teamId: ewmhs.id }, newId()),
  ).toMatchObject({ failure: { because: expect.stringContaining('Nobody opens records for themselves') } })
})

test('a clinician gives nobody a role, and the neighbour partnership neither gives nor ends one here', async () => {
  const { p, amira, outsider, ada, mind } = await stage()
  const jo = await p.worker('facilitator', mind, { name: 'Jo Pereira' })
  const [held] = await sql('select id from memberships where staff_id = $1', [jo.id])
  const more = { staffId: jo.id, role: 'team-lead', teamId: mind.id } as const
  expect(await addMembership(amira.token, more, newId())).toMatchObject({ failure: { kind: 'refused' } })
  for (const act of [
    addMembership(outsider.token, more, newId()),
    endMembership(outsider.token, { staffId: jo.id, membershipId: held!.id }, newId()),
    endMembership(ada.token, { staffId: amira.id, membershipId: held!.id }, newId()),
  ])
    expect(await act).toEqual({ ok: false, failure: { kind: 'not-found' } })
  expect(await sql('select role, to_day from memberships where staff_id = $1', [jo.id])).toEqual([
    { role: 'facilitator', to_day: null },
  ])
})

test('without a session the counting and moving functions say and do nothing', async () => {
  const { p, amira, ewmhs } = await stage()
  const sam = await p.episode(ewmhs, { worker: amira })
  const direct = asRole('app')
  const ask = async (text: string, id: string) => (await direct.query(text, [id])).rows
  expect(await ask('select app.young_people_with($1, null) as n', amira.id)).toEqual([{ n: 0 }])
  expect(await ask('select * from app.held_by_team($1)', ewmhs.id)).toEqual([])
  expect(await ask('select given from app.give_to_duty_worker($1, null)', amira.id)).toEqual([{ given: 0 }])
  await expect(
    direct.query('select * from app.places_of($1, $2, null)', [amira.partnershipId, amira.id]),
  ).rejects.toThrow('permission denied')
  await direct.end()
  expect(await sql('select named_worker_id from episodes where id = $1', [sam.id])).toEqual([
    { named_worker_id: amira.id },
  ])
})
