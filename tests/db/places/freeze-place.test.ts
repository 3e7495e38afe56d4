import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Ctx } from '@/db/door'
import { freezePlace, freezePlaces } from '@/db/places/freeze-place'
import { newId } from '@/lib/id'
import { domainKeys } from '@/lib/places/deprivation'
import { type Episode, Partnership, type Worker } from '../../build/partnership'
import { sql } from '../../build/sql'

let client: Client
beforeAll(async () => {
  client = new Client({ connectionString: process.env.DATABASE_ADMIN_URL })
  await client.connect()
  const ranks = domainKeys.map((key) => `${key}_rank, ${key}`).join(', ')
  for (const [edition, vintage] of [
    ['2019', '2011'],
    ['2025', '2021'],
  ])
    await sql(
      'insert into place_editions (edition, vintage, areas, file_name, file_hash) values ($1, $2, 2, $3, $1)',
      [edition, vintage, 'x.csv'],
    )
  for (const [edition, vintage, lsoa, decile] of [
    ['2019', '2011', 'E01000001', 3],
    ['2019', '2011', 'E01000002', 9],
    ['2025', '2021', 'E01000001', 4],
  ])
    await sql(
      `insert into place_areas (edition, vintage, lsoa, name, authority, authority_name, ${ranks})
      values ($1, $2, $3, 'Estuary', 'E09000001', 'Estuary', ${domainKeys.map(() => '1, $4').join(', ')})`,
      [edition, vintage, lsoa, decile],
    )
  await sql(`insert into place_postcodes (pcds, introduced, terminated, country, authority, lsoa11, lsoa21) values
    ('CM8 2AB', 199001, null, 'E92000001', 'E09000001', 'E01000001', 'E01000001'),
    ('CM8 2AD', 199001, 201707, 'E92000001', 'E09000001', 'E01000002', null),
    ('HR3 5PA', 199001, null, 'W92000004', 'W06000023', 'W01000443', null)`)
})
afterAll(() => client.end())

const stage = async () => {
  const p = await Partnership.make()
  const team = await p.team()
  const amira = await p.worker('clinician', team)
  const episode = await p.episode(team, { worker: amira, referredOn: '2026-03-02' })
  const ctx = { client, actor: { partnershipId: p.id } } as unknown as Ctx
  const lives = (postcode: string, from: string, extra: { to?: string; corrected?: boolean } = {}) =>
    sql(
      `insert into addresses (partnership_id, id, person_id, postcode, from_day, to_day, corrected_at, by_staff_id)
      values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        p.id,
        newId(),
        episode.personId,
        postcode,
        from,
        extra.to ?? null,
        extra.corrected ? new Date() : null,
        amira.id,
      ],
    )
  return { p, amira, episode, ctx, lives }
}
const frozen = (episode: Episode) =>
  sql(
    'select edition, vintage, status, lsoa, imd, crime from episode_places where episode_id = $1 order by edition',
    [episode.id],
  )
const freeze = ({ ctx, episode }: { ctx: Ctx; episode: Episode; amira?: Worker }) =>
  freezePlace(ctx, { episodeId: episode.id, personId: episode.personId, referredOn: '2026-03-02' })

test('a place is fixed for every edition loaded, each by its own vintage of areas', async () => {
  const s = await stage()
  await s.lives('cm82ab', '2020-01-01')
  await freeze(s)
  expect(await frozen(s.episode)).toEqual([
    { edition: '2019', vintage: '2011', status: 'matched-live', lsoa: 'E01000001', imd: 3, crime: 3 },
    { edition: '2025', vintage: '2021', status: 'matched-live', lsoa: 'E01000001', imd: 4, crime: 4 },
  ])
})

test('the address in force on the referral day counts: not a later one, not one that had ended, not a corrected one', async () => {
  const s = await stage()
  await s.lives('CM8 2AB', '2019-01-01', { to: '2025-06-01' })
  await s.lives('CM8 2AD', '2025-06-01', { to: '2026-04-01' })
  await s.lives('CM8 2AB', '2026-04-01')
  await s.lives('HR3 5PA', '2026-01-01', { corrected: true })
  await freeze(s)
  expect((await frozen(s.episode))[0]).toMatchObject({
    status: 'matched-terminated',
    lsoa: 'E01000002',
    imd: 9,
  })
})

test('rule 39: where nobody can tell the area of an edition it stays unknown; another vintage’s code is not used', async () => {
  const s = await stage()
  await s.lives('CM8 2AD', '2020-01-01')
  await freeze(s)
  expect((await frozen(s.episode))[1]).toEqual({
    edition: '2025',
    vintage: '2021',
    status: 'needs-newer-file',
    lsoa: null,
    imd: null,
    crime: null,
  })
})

test.each([
  ['HR3 5PA', 'outside-england'],
  ['ZZ99 3VZ', 'pseudo'],
  ['XX1 1XX', 'not-found'],
  ['nonsense', 'not-found'],
  ['', 'blank'],
])('rule 40: %j is %s, with no tenth at all', async (postcode, status) => {
  const s = await stage()
  if (postcode) await s.lives(postcode, '2020-01-01')
  await freeze(s)
  expect(await frozen(s.episode)).toMatchObject([
    { status, imd: null },
    { status, imd: null },
  ])
})

test('frozen again after a correction, the new place takes the old one’s stead', async () => {
  const s = await stage()
  await s.lives('HR3 5PA', '2020-01-01')
  await freeze(s)
  await sql('update addresses set corrected_at = now() where person_id = $1', [s.episode.personId])
  await s.lives('CM8 2AB', '2020-01-01')
  await freezePlaces(s.ctx, [s.episode.id])
  expect(await frozen(s.episode)).toMatchObject([
    { status: 'matched-live', imd: 3 },
    { status: 'matched-live', imd: 4 },
  ])
})
