import { expect, test } from 'vitest'
import { account } from '@/db/access/reads'
import { addStaff } from '@/db/organisations/add-staff'
import { changeStaff } from '@/db/organisations/change-staff'
import { staffList, staffMember } from '@/db/organisations/reads'
import { resetSignIn } from '@/db/organisations/reset-sign-in'
import { newId } from '@/lib/id'
import { canSignIn } from '../../build/sign-in'
import { sql } from '../../build/sql'
import { someHash, stage } from './stage'

const newcomer = async (organisationId: string, teamId: string) => ({
  name: ' Jo Pereira ',
  email: `Jo.${newId()}@example.test`,
  jobTitle: 'Youth facilitator',
  organisationId,
  role: 'facilitator' as const,
  teamId,
  passwordHash: await someHash(),
})

test('somebody new has a first role and a temporary password that must be changed; no password is kept anywhere', async () => {
  const { ada, organisationId, mind } = await stage()
  const form = await newcomer(organisationId, mind.id)
  const key = newId()
  const added = await addStaff(ada.token, form, key)
  expect(added).toMatchObject({ ok: true, value: { name: 'Jo Pereira' } })
  const { staffId } = (added as { value: { staffId: string } }).value
  expect(await sql('select role, team_id from memberships where staff_id = $1', [staffId])).toEqual([
    { role: 'facilitator', team_id: mind.id },
  ])
  expect(
    await sql('select password_hash, must_change from app.credentials where staff_id = $1', [staffId]),
  ).toEqual([{ password_hash: form.passwordHash, must_change: true }])
  const [once] = await sql('select input, result from app.idempotency_keys where key = $1', [key])
  expect(JSON.stringify(once)).not.toContain('argon2')
  const [audit] = await sql("select * from app.audit_log where act = 'addStaff' and record_id = $1", [
    staffId,
  ])
  expect(audit).toMatchObject({ staff_id: ada.id, outcome: 'done' })
  expect(JSON.stringify(audit)).not.toContain('Jo')
})

test('an e-mail address signs in one person only, whatever its capitals and wherever they work', async () => {
  const { ada, outsider, neighbour, organisationId, mind } = await stage()
  const form = await newcomer(organisationId, mind.id)
  await addStaff(ada.token, form, newId())
  const taken = { failure: { fields: { email: expect.stringContaining('already signs in') } } }
  expect(await addStaff(ada.token, { ...form, email: form.email.toUpperCase() }, newId())).toMatchObject(
    taken,
  )
  const elsewhere = {
    ...form,
    organisationId: await neighbour.organisation('Hill Trust'),
    role: 'administrator' as const,
    teamId: '' as const,
  }
  expect(await addStaff(outsider.token, elsewhere, newId())).toMatchObject(taken)
  expect(await sql('select 1 from staff where lower(email) = lower($1)', [form.email])).toHaveLength(1)
})

test('a role that opens records needs a team of this partnership, and nothing half-made is left behind', async () => {
  const { ada, neighbour, organisationId, mind } = await stage()
  const theirs = await neighbour.team({ name: 'Hill team' })
  const form = await newcomer(organisationId, mind.id)
  for (const teamId of ['' as const, theirs.id])
    expect(await addStaff(ada.token, { ...form, teamId }, newId())).toMatchObject({
      failure: { fields: { teamId: expect.any(String) } },
    })
  expect(await addStaff(ada.token, { ...form, role: 'commissioner' }, newId())).toMatchObject({
    failure: { fields: { teamId: 'Commissioner is a role without a team. Choose no team.' } },
  })
  expect(
    await addStaff(ada.token, { ...form, organisationId: theirs.organisationId }, newId()),
  ).toMatchObject({
    failure: { fields: { organisationId: expect.any(String) } },
  })
  expect(await sql('select 1 from staff where email = $1', [form.email])).toEqual([])
})

test('a clinician adds nobody, lists nobody and resets nobody', async () => {
  const { amira, ben, organisationId, mind } = await stage()
  const refused = { failure: { kind: 'refused' } }
  expect(await addStaff(amira.token, await newcomer(organisationId, mind.id), newId())).toMatchObject(refused)
  expect(
    await resetSignIn(amira.token, { staffId: ben.id, passwordHash: await someHash() }, newId()),
  ).toMatchObject(refused)
  expect(await staffList(amira.token, { name: '', page: 1 })).toMatchObject(refused)
  expect(await staffMember(amira.token, { staffId: ben.id })).toMatchObject(refused)
})

test('a typing mistake in a name is put right; a stale form shows both texts', async () => {
  const { ada, ben, amira, organisationId } = await stage()
  const form = {
    staffId: amira.id,
    version: 1,
    email: 'amira@example.test',
    jobTitle: 'Nurse',
    organisationId,
  }
  expect(await changeStaff(ada.token, { ...form, name: 'Amira Hussein' }, newId())).toMatchObject({
    ok: true,
  })
  expect(await changeStaff(ben.token, { ...form, name: 'Amira Husain' }, newId())).toMatchObject({
    failure: { kind: 'conflict', theirs: { name: 'Amira Hussein', jobTitle: 'Nurse', version: '2' } },
  })
  expect(await sql('select name from staff where id = $1', [amira.id])).toEqual([{ name: 'Amira Hussein' }])
})

test('a lost phone put right in person: a new temporary password, no second step, every session ended, audited', async () => {
  const { ada, amira } = await stage()
  await canSignIn(amira, { secondStep: true, recoveryCodes: ['abcd-efgh'] })
  expect(await account(amira.token, undefined)).toMatchObject({ ok: true })
  const passwordHash = await someHash()
  expect(await resetSignIn(ada.token, { staffId: amira.id, passwordHash }, newId())).toMatchObject({
    ok: true,
  })
  expect(
    await sql(
      'select password_hash, must_change, totp_secret, totp_confirmed_at from app.credentials where staff_id = $1',
      [amira.id],
    ),
  ).toEqual([{ password_hash: passwordHash, must_change: true, totp_secret: null, totp_confirmed_at: null }])
  expect(await sql('select 1 from app.recovery_codes where staff_id = $1', [amira.id])).toEqual([])
  expect(await account(amira.token, undefined)).toEqual({ ok: false, failure: { kind: 'signed-out' } })
  expect(
    await sql("select staff_id from app.audit_log where act = 'resetSignIn' and record_id = $1", [amira.id]),
  ).toEqual([{ staff_id: ada.id }])
})

test('nobody resets their own sign-in, and the neighbour resets nobody here', async () => {
  const { ada, outsider, amira } = await stage()
  const passwordHash = await someHash()
  expect(await resetSignIn(ada.token, { staffId: ada.id, passwordHash }, newId())).toMatchObject({
    failure: { kind: 'refused' },
  })
  expect(await resetSignIn(outsider.token, { staffId: amira.id, passwordHash }, newId())).toEqual({
    ok: false,
    failure: { kind: 'not-found' },
  })
  expect(await sql('select 1 from app.credentials where staff_id in ($1, $2)', [ada.id, amira.id])).toEqual(
    [],
  )
  expect(await account(amira.token, undefined)).toMatchObject({ ok: true })
})

test('the list finds part of a name, shows roles with teams, and nobody of the neighbour', async () => {
  const { ada, amira } = await stage()
  expect(await staffList(ada.token, { name: 'huss', page: 1 })).toMatchObject({
    value: {
      total: 1,
      rows: [{ id: amira.id, status: 'active', roles: [{ role: 'clinician', team: 'EWMHS' }] }],
    },
  })
  const everyone = await staffList(ada.token, { name: '', page: 1 })
  expect(everyone).toMatchObject({ value: { total: 5 } })
  expect(JSON.stringify(everyone)).not.toContain('Hilda')
  expect(await staffList(ada.token, { name: '%', page: 1 })).toMatchObject({ value: { total: 0 } })
})
