import { expect, test } from 'vitest'
import { addRelationship } from '@/db/people/add-relationship'
import { changeRelationship } from '@/db/people/change-relationship'
import { newId } from '@/lib/id'
import { Partnership } from '../../build/partnership'
import { sql } from '../../build/sql'

const stage = async () => {
  const p = await Partnership.make()
  const ours = await p.team()
  const amira = await p.worker('clinician', ours)
  const jo = await p.worker('facilitator', await p.team({ name: 'Mind', kind: 'community' }))
  const sam = await p.episode(ours, { worker: amira })
  const kerry = {
    personId: sam.personId,
    name: 'Kerry Whitlow',
    relationship: 'mother' as const,
    parentalResponsibility: 'not-asked' as const,
    contact: 'Evenings only.',
  }
  return { amira, jo, sam, kerry }
}

const rows = (personId: string) => sql('select * from relationships where person_id = $1', [personId])

test('parental responsibility is never assumed: a mother of whom nobody asked stays "not asked"', async () => {
  const { amira, sam, kerry } = await stage()
  expect(await addRelationship(amira.token, kerry, newId())).toMatchObject({ ok: true })
  expect(await rows(sam.personId)).toMatchObject([
    {
      name: 'Kerry Whitlow',
      relation: 'mother',
      parental_responsibility: 'not-asked',
      lives_with: 'not-asked',
    },
  ])
  const unsaid = { ...kerry, parentalResponsibility: undefined as never }
  expect(await addRelationship(amira.token, unsaid, newId())).toMatchObject({
    failure: { kind: 'invalid', fields: { parentalResponsibility: expect.any(String) } },
  })
})

test('someone who no longer matters stays in the record with the day it ended', async () => {
  const { amira, sam, kerry } = await stage()
  await addRelationship(amira.token, kerry, newId())
  const [{ id }] = (await rows(sam.personId)) as [{ id: string }]
  const change = { ...kerry, relationshipId: id, version: '1', noLonger: 'yes' as const }
  expect(await changeRelationship(amira.token, change, newId())).toMatchObject({ ok: true })
  const [after] = await rows(sam.personId)
  expect(after!.ended_on).not.toBeNull()
})

test('two people changing the same entry: the second sees both texts', async () => {
  const { amira, sam, kerry } = await stage()
  await addRelationship(amira.token, kerry, newId())
  const [{ id }] = (await rows(sam.personId)) as [{ id: string }]
  const change = { ...kerry, relationshipId: id, version: '1' }
  await changeRelationship(amira.token, { ...change, contact: 'Texts are best.' }, newId())
  expect(
    await changeRelationship(amira.token, { ...change, contact: 'Never at work.' }, newId()),
  ).toMatchObject({
    failure: { kind: 'conflict', theirs: { contact: 'Texts are best.', version: '2' } },
  })
})

test('another organisation can neither add nor change one', async () => {
  const { amira, jo, sam, kerry } = await stage()
  await addRelationship(amira.token, kerry, newId())
  const [{ id }] = (await rows(sam.personId)) as [{ id: string }]
  const notFound = { ok: false, failure: { kind: 'not-found' } }
  expect(await addRelationship(jo.token, kerry, newId())).toEqual(notFound)
  expect(await changeRelationship(jo.token, { ...kerry, relationshipId: id, version: '1' }, newId())).toEqual(
    notFound,
  )
})
