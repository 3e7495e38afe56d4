import { expect, test } from 'vitest'
import { recordEquality } from '@/db/people/record-equality'
import { newId } from '@/lib/id'
import { Partnership } from '../../build/partnership'
import { sql } from '../../build/sql'

test('a first answer counts for the referral that runs; a later answer changes no referral', async () => {
  const p = await Partnership.make()
  const team = await p.team()
  const amira = await p.worker('clinician', team)
  const sam = await p.episode(team, { worker: amira })
  const groups = async () => (await sql('select groups from episodes where id = $1', [sam.id]))[0]?.groups
  const say = (ethnicCategory: string) =>
    recordEquality(amira.token, { personId: sam.personId, ethnicCategory }, newId())
  expect((await say('not-asked')).ok).toBe(true)
  expect((await say('M')).ok).toBe(true)
  expect(await groups()).toEqual({ ethnicCategory: 'M' })
  expect((await say('N')).ok).toBe(true)
  expect(await groups()).toEqual({ ethnicCategory: 'M' })
})
