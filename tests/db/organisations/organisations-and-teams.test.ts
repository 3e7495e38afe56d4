import { expect, test } from 'vitest'
import { addOrganisation } from '@/db/organisations/add-organisation'
import { addTeam } from '@/db/organisations/add-team'
import { changeTeam } from '@/db/organisations/change-team'
import { team, teamList } from '@/db/organisations/reads'
import { newId } from '@/lib/id'
import { sql } from '../../build/sql'
import { stage } from './stage'

const refusedByRole = { ok: false, failure: { kind: 'refused' } }

test('an ODS code typed in small letters is stored in capitals (rule 63); ten characters or a hyphen are not a code', async () => {
  const { ada } = await stage()
  const add = (odsCode: string, name = `Practice ${newId()}`) =>
    addOrganisation(ada.token, { name, kind: 'nhs', odsCode }, newId())
  const added = await add('k81003')
  expect(
    added.ok && (await sql('select ods_code from organisations where id = $1', [added.value.organisationId])),
  ).toEqual([{ ods_code: 'K81003' }])
  for (const wrong of ['K810030000', 'K81-03'])
    expect(await add(wrong)).toMatchObject({
      failure: { fields: { odsCode: expect.stringContaining('organisation code') } },
    })
  expect(await add('')).toMatchObject({ ok: true })
  expect(await add('', 'Estuary NHS Trust ')).toMatchObject({
    failure: { fields: { name: 'There is an organisation of this name already.' } },
  })
})

test('a clinician sets up no organisation and no team, and changes none', async () => {
  const { amira, organisationId, ewmhs } = await stage()
  expect(await addOrganisation(amira.token, { name: 'X', kind: 'nhs', odsCode: '' }, newId())).toMatchObject(
    refusedByRole,
  )
  expect(await addTeam(amira.token, { organisationId, name: 'X', kind: 'clinical' }, newId())).toMatchObject(
    refusedByRole,
  )
  expect(
    await changeTeam(amira.token, { teamId: ewmhs.id, version: 1, name: 'X', kind: 'clinical' }, newId()),
  ).toMatchObject(refusedByRole)
  expect(await teamList(amira.token, undefined)).toMatchObject(refusedByRole)
  expect(await sql("select 1 from teams where name = 'X'")).toEqual([])
})

test('a team is added to an organisation of this partnership, never of the neighbour', async () => {
  const { ada, outsider, organisationId } = await stage()
  const form = { organisationId, name: ' Crisis team ', kind: 'clinical' } as const
  const added = await addTeam(ada.token, form, newId())
  expect(
    added.ok &&
      (await sql('select name, kind, duty_staff_id from teams where id = $1', [added.value.teamId])),
  ).toEqual([{ name: 'Crisis team', kind: 'clinical', duty_staff_id: null }])
  expect(await addTeam(ada.token, { ...form, name: 'crisis TEAM' }, newId())).toMatchObject({
    failure: { fields: { name: 'This organisation has a team of this name already.' } },
  })
  expect(await addTeam(outsider.token, { ...form, name: 'Theirs' }, newId())).toMatchObject({
    failure: { fields: { organisationId: expect.any(String) } },
  })
  expect(await sql("select 1 from teams where name = 'Theirs'")).toEqual([])
})

test('a team is renamed and given another duty worker, who must work there; the audit says so', async () => {
  const { ada, amira, ewmhs } = await stage()
  const form = {
    teamId: ewmhs.id,
    version: 1,
    name: 'EWMHS East',
    kind: 'clinical',
    dutyStaffId: amira.id,
  } as const
  expect(await changeTeam(ada.token, { ...form, dutyStaffId: ada.id }, newId())).toMatchObject({
    failure: { fields: { dutyStaffId: 'Choose someone who works in this team now.' } },
  })
  expect(await changeTeam(ada.token, { ...form, dutyStaffId: '' }, newId())).toMatchObject({
    failure: { fields: { dutyStaffId: expect.stringContaining('Choose a duty worker') } },
  })
  expect(await changeTeam(ada.token, form, newId())).toMatchObject({ ok: true })
  expect(await sql('select name, duty_staff_id, version from teams where id = $1', [ewmhs.id])).toEqual([
    { name: 'EWMHS East', duty_staff_id: amira.id, version: 2 },
  ])
  expect(
    await sql("select staff_id, outcome from app.audit_log where act = 'changeTeam' and record_id = $1", [
      ewmhs.id,
    ]),
  ).toContainEqual({ staff_id: ada.id, outcome: 'done' })
})

test('two administrators with the same team open: the second sees both texts and overwrites nothing', async () => {
  const { ada, ben, amira, ewmhs } = await stage()
  const form = { teamId: ewmhs.id, version: 1, kind: 'clinical', dutyStaffId: amira.id } as const
  await changeTeam(ada.token, { ...form, name: 'East' }, newId())
  expect(await changeTeam(ben.token, { ...form, name: 'West' }, newId())).toMatchObject({
    failure: { kind: 'conflict', theirs: { name: 'East', dutyStaffId: amira.name, version: '2' } },
  })
  expect(await sql('select name from teams where id = $1', [ewmhs.id])).toEqual([{ name: 'East' }])
})

test('a team does not close while it holds young people or some wait for it; empty, it closes and opens again', async () => {
  const { p, ada, amira, ewmhs } = await stage()
  const episode = await p.episode(ewmhs, { worker: amira })
  const waiting = await p.episode(ewmhs)
  const close = (version: number) =>
    changeTeam(
      ada.token,
      { teamId: ewmhs.id, version, name: 'EWMHS', kind: 'clinical', standing: 'closed' },
      newId(),
    )
  expect(await close(1)).toMatchObject({
    failure: {
      because:
        'This team cannot close yet: it has 1 young person with it, 1 young person waiting. The team ends these or hands them over first.',
    },
  })
  await sql("update episodes set status = 'declined', declined_because = 'x' where id = $1", [waiting.id])
  expect(await close(1)).toMatchObject({ failure: { kind: 'refused' } })
  await sql(
    "update episodes set status = 'ended', ended_on = '2026-04-01', ended_how = 'planned', named_worker_id = null where id = $1",
    [episode.id],
  )
  expect(await close(1)).toMatchObject({ ok: true })
  expect(await team(ada.token, { teamId: ewmhs.id })).toMatchObject({
    value: { team: { closedOn: expect.any(String), duty: null } },
  })
  expect(
    await changeTeam(
      ada.token,
      { teamId: ewmhs.id, version: 2, name: 'EWMHS', kind: 'clinical', standing: 'open' },
      newId(),
    ),
  ).toMatchObject({ ok: true })
})

test('the neighbour partnership finds none of our teams', async () => {
  const { outsider, ewmhs } = await stage()
  const form = { teamId: ewmhs.id, version: 1, name: 'Ours now', kind: 'clinical' } as const
  expect(await changeTeam(outsider.token, form, newId())).toEqual({
    ok: false,
    failure: { kind: 'not-found' },
  })
  expect(await team(outsider.token, { teamId: ewmhs.id })).toEqual({
    ok: false,
    failure: { kind: 'not-found' },
  })
  expect(JSON.stringify(await teamList(outsider.token, undefined))).not.toContain(ewmhs.id)
})
