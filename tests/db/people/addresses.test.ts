import { afterAll, expect, test } from 'vitest'
import { addAddress } from '@/db/people/add-address'
import { correctAddress } from '@/db/people/correct-address'
import { details } from '@/db/people/reads'
import { newId } from '@/lib/id'
import { Partnership } from '../../build/partnership'
import { sql } from '../../build/sql'

/** An invented place: two postcodes of one edition, and one beyond the border. */
const places = async () => {
  await sql(`insert into place_editions (edition, vintage, areas, file_name, file_hash) values ('2025', '2021', 2, 'invented', '-')
    on conflict do nothing`)
  for (const [lsoa, name, tenth] of [
    ['E01099001', 'Northfield 001A', 2],
    ['E01099002', 'Harbour 002B', 9],
  ])
    await sql(
      `insert into place_areas (edition, vintage, lsoa, name, authority, authority_name, imd_rank, imd, income_rank, income,
         employment_rank, employment, education_rank, education, health_rank, health, crime_rank, crime, housing_rank, housing,
         environment_rank, environment)
       values ('2025', '2021', $1, $2, 'E07099999', 'Estuary', 1, $3, 1, $3, 1, $3, 1, $3, 1, $3, 1, $3, 1, $3, 1, $3)
       on conflict do nothing`,
      [lsoa, name, tenth],
    )
  await sql(`insert into place_postcodes (pcds, terminated, country, lsoa21) values
    ('ZY1 1AA', null, 'E92000001', 'E01099001'), ('ZY1 2BB', 202001, 'E92000001', 'E01099002'), ('ZY9 9WW', null, 'W92000004', null)
    on conflict do nothing`)
}

afterAll(async () => {
  await sql("delete from place_areas where lsoa like 'E010990%'")
  await sql("delete from place_postcodes where pcds like 'ZY%'")
  await sql("delete from place_editions where file_name = 'invented'")
})

const stage = async () => {
  await places()
  const p = await Partnership.make()
  const ours = await p.team()
  const amira = await p.worker('clinician', ours)
  const jo = await p.worker('facilitator', await p.team({ name: 'Mind', kind: 'community' }))
  const sam = await p.episode(ours, { worker: amira, referredOn: '2026-03-02' })
  const first = { personId: sam.personId, lines: '1 Quay Street', postcode: 'zy1 1aa', from: '2020-01-01' }
  return { amira, jo, sam, first }
}

const frozen = (personId: string) =>
  sql("select status, lsoa, imd from episode_places where person_id = $1 and edition = '2025'", [personId])
const added = (answer: Awaited<ReturnType<typeof addAddress>>) => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure))
  return answer.value.addressId
}

test('a move adds to the history and does not change where the referral is counted; a correction does', async () => {
  const { amira, sam, first } = await stage()
  const addressId = added(await addAddress(amira.token, first, newId()))
  expect(await frozen(sam.personId)).toEqual([])

  const corrected = await correctAddress(
    amira.token,
    { ...first, addressId, postcode: 'ZY1 1AA', from: '2021-01-01' },
    newId(),
  )
  expect(corrected).toMatchObject({ ok: true })
  expect(await frozen(sam.personId)).toEqual([{ status: 'matched-live', lsoa: 'E01099001', imd: 2 }])

  await addAddress(amira.token, { ...first, postcode: 'ZY1 2BB', from: '2026-06-01' }, newId())
  expect(await frozen(sam.personId)).toEqual([{ status: 'matched-live', lsoa: 'E01099001', imd: 2 }])

  if (!corrected.ok) throw new Error('not corrected')
  const again = { ...first, addressId: corrected.value.addressId, postcode: 'ZY1 2BB', from: '2021-01-01' }
  expect(await correctAddress(amira.token, again, newId())).toMatchObject({ ok: true })
  expect(await frozen(sam.personId)).toEqual([{ status: 'matched-terminated', lsoa: 'E01099002', imd: 9 }])
  expect(
    await sql(
      'select postcode, from_day, to_day, corrected_at is not null as corrected from addresses where person_id = $1 order by made_at',
      [sam.personId],
    ),
  ).toEqual([
    { postcode: 'zy1 1aa', from_day: '2020-01-01', to_day: null, corrected: true },
    { postcode: 'ZY1 1AA', from_day: '2021-01-01', to_day: '2026-06-01', corrected: true },
    { postcode: 'ZY1 2BB', from_day: '2026-06-01', to_day: null, corrected: false },
    { postcode: 'ZY1 2BB', from_day: '2021-01-01', to_day: '2026-06-01', corrected: false },
  ])
})

test('the history shows the small area with its edition, and says so where there is none', async () => {
  const { amira, sam, first } = await stage()
  await addAddress(amira.token, first, newId())
  await addAddress(amira.token, { ...first, postcode: 'ZY1 2BB', from: '2022-01-01' }, newId())
  await addAddress(amira.token, { ...first, postcode: 'ZY9 9WW', from: '2023-01-01' }, newId())
  await addAddress(amira.token, { ...first, postcode: 'ZY7 7ZZ', from: '2024-01-01' }, newId())
  await addAddress(
    amira.token,
    { ...first, postcode: '', from: '2025-01-01', noFixedAddress: 'yes' },
    newId(),
  )
  const answer = await details(amira.token, { personId: sam.personId })
  if (!answer.ok) throw new Error('not read')
  expect(
    answer.value.addresses.map(({ from, to, places: [place] }) => [from, to, place!.status, place!.name]),
  ).toEqual([
    ['2025-01-01', null, 'pseudo', null],
    ['2024-01-01', '2025-01-01', 'not-found', null],
    ['2023-01-01', '2024-01-01', 'outside-england', null],
    ['2022-01-01', '2023-01-01', 'matched-terminated', 'Harbour 002B'],
    ['2020-01-01', '2022-01-01', 'matched-live', 'Northfield 001A'],
  ])
  expect(
    answer.value.addresses.every(
      ({ places: [place] }) => place!.edition === '2025' && place!.vintage === '2021',
    ),
  ).toBe(true)
})

test('a wrong postcode, a day to come and a second address of one day are met with a sentence', async () => {
  const { amira, first } = await stage()
  expect(await addAddress(amira.token, { ...first, postcode: 'nowhere' }, newId())).toMatchObject({
    failure: { fields: { postcode: expect.stringContaining('not a postcode') } },
  })
  expect(await addAddress(amira.token, { ...first, from: '2999-01-01' }, newId())).toMatchObject({
    failure: { fields: { from: expect.stringContaining('future') } },
  })
  await addAddress(amira.token, first, newId())
  expect(await addAddress(amira.token, first, newId())).toMatchObject({
    failure: { fields: { from: expect.stringContaining('correct that one') } },
  })
})

test('an address corrected by somebody else meanwhile is a conflict that shows theirs', async () => {
  const { amira, first } = await stage()
  const addressId = added(await addAddress(amira.token, first, newId()))
  await correctAddress(amira.token, { ...first, addressId, lines: '2 Quay Street' }, newId())
  expect(
    await correctAddress(amira.token, { ...first, addressId, lines: '3 Quay Street' }, newId()),
  ).toMatchObject({
    failure: { kind: 'conflict', theirs: { lines: '2 Quay Street', postcode: 'zy1 1aa' } },
  })
})

test('another organisation can neither add nor correct one', async () => {
  const { amira, jo, sam, first } = await stage()
  const addressId = added(await addAddress(amira.token, first, newId()))
  const notFound = { ok: false, failure: { kind: 'not-found' } }
  expect(await addAddress(jo.token, first, newId())).toEqual(notFound)
  expect(await correctAddress(jo.token, { ...first, addressId }, newId())).toEqual(notFound)
  expect(await sql('select 1 from addresses where person_id = $1', [sam.personId])).toHaveLength(1)
})
