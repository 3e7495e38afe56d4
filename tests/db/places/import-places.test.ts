import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { importAreas } from '@/db/places/import-areas'
import { importPostcodes } from '@/db/places/import-postcodes'
import { domains } from '@/lib/places/deprivation'
import { asOwner } from '../../build/owner'
import { sql } from '../../build/sql'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footpath-places-'))
})
afterAll(() => rm(folder, { recursive: true }))
beforeEach(async () => {
  await sql('truncate place_editions, place_areas, place_postcodes, place_postcode_files')
})

let count = 0
const file = async (content: string | Buffer) => {
  const path = join(folder, `${++count}.csv`)
  await writeFile(path, content)
  return path
}

/** An official File 7 has its names in quotes, and so the comma of "Education, Skills and Training" inside a heading. */
const names: Record<string, string> = {
  imd: 'Index of Multiple Deprivation (IMD)',
  income: 'Income',
  employment: 'Employment',
  education: 'Education, Skills and Training',
  health: 'Health Deprivation and Disability',
  crime: 'Crime',
  housing: 'Barriers to Housing and Services',
  environment: 'Living Environment',
  idaci: 'Income Deprivation Affecting Children Index (IDACI)',
}
const headings = [
  'LSOA code (2021)',
  'LSOA name (2021)',
  'Local Authority District code (2024)',
  'Local Authority District name (2024)',
  ...Object.keys(domains).flatMap((domain) => [
    `${names[domain]} Score`,
    `${names[domain]} Rank (where 1 is most deprived)`,
    `${names[domain]} Decile (where 1 is most deprived 10% of LSOAs)`,
  ]),
  'Total population: mid 2022',
]
const quoted = (cells: string[]) => cells.map((cell) => (/[",]/.test(cell) ? `"${cell}"` : cell)).join(',')
const area = (rank: number, of = 20, decile = Math.ceil((10 * rank) / of)) =>
  quoted([
    `E01${String(rank).padStart(6, '0')}`,
    `Estuary, ${rank}`,
    'E09000001',
    'Estuary',
    ...Object.keys(domains).flatMap(() => ['1.5', String(rank), String(decile)]),
    '1500',
  ])
const twenty = [...Array(20)].map((_, i) => area(i + 1))
const places = (...lines: string[]) => `\uFEFF${quoted(headings)}\r\n${lines.join('\r\n')}\r\n`

const areas = (content: string | Buffer, edition?: string) =>
  file(content).then((path) => asOwner((client) => importAreas(client, path, { edition })))
const loaded = async () => (await sql('select count(*)::int as n from place_areas'))[0]!.n

describe('indices of deprivation from a file', () => {
  test('File 7 is read by how its headings begin, with byte-order mark, quotes and Windows line ends', async () => {
    expect(await areas(places(...twenty), 'invented')).toEqual({
      kind: 'loaded',
      edition: 'invented',
      vintage: '2021',
      areas: 20,
      replaced: false,
    })
    expect(await sql("select * from place_areas where lsoa = 'E01000013'")).toMatchObject([
      {
        vintage: '2021',
        name: 'Estuary, 13',
        authority: 'E09000001',
        education_rank: 13,
        education: 7,
        idaci: 7,
      },
    ])
  })
  test('the same file again is already loaded; another one takes its place', async () => {
    await areas(places(...twenty), 'invented')
    expect(await areas(places(...twenty), 'invented')).toMatchObject({ kind: 'already' })
    expect(await areas(places(...[...twenty].reverse()), 'invented')).toMatchObject({
      kind: 'loaded',
      replaced: true,
    })
    expect(await loaded()).toBe(20)
  })
  test.each<[string, string | Buffer, string, string?]>([
    ['a file of something else', 'Postcode,Town\nCM8 2AB,Witham\n', 'not a file of the English Indices'],
    ['a column missing', places(...twenty).replace('Crime Rank', 'Crime Place'), 'crime rank and decile'],
    ['fewer areas than the real edition has', places(...twenty), 'cut off', ''],
    [
      'a decile that does not fit its rank',
      places(...twenty.slice(1), area(1, 20, 9)),
      'Line 21 has the imd decile 9',
    ],
    ['too few columns', places(...twenty.slice(1), 'E01000001,Estuary'), 'Line 21 has 2 columns'],
    ['an area twice', places(...twenty, twenty[0]!), 'Line 22 names the area E01000001 again'],
    ['a rank that is none', places(area(1).replace('1.5,1,', '1.5,first,')), 'where the imd rank should be'],
    ['the last line cut off', places(...twenty).slice(0, -40), 'cut off'],
    ['a compressed file cut off', gzipSync(places(...twenty)).subarray(0, -30), 'cut off'],
    ['an edition that does not exist', places(...twenty), 'no edition "2030"', '2030'],
    ['the wrong edition for its areas', places(...twenty), 'belongs to the edition of 2025', '2019'],
    ['an empty file', '', 'empty'],
  ])(
    '%s is refused with the line and the reason, and nothing is loaded',
    async (_, content, because, edition = 'invented') => {
      await expect(areas(content, edition || undefined)).rejects.toThrow(because)
      expect(await loaded()).toBe(0)
      expect(await sql('select 1 from place_editions')).toEqual([])
    },
  )
  test('a bad file leaves what an earlier one brought', async () => {
    await areas(places(...twenty), 'invented')
    await expect(areas(places(...twenty.slice(1), 'E01000001'), 'invented')).rejects.toThrow('Line 21')
    expect(await loaded()).toBe(20)
  })
})

const older = (...lines: string[]) => `pcds,dointr,doterm,usertype,lsoa11,laua,ctry\n${lines.join('\n')}\n`
const newer = (...lines: string[]) =>
  `pcd7,pcd8,pcds,dointr,doterm,lad25cd,ctry25cd,lsoa21cd\n${lines.join('\n')}\n`
const one = 'CM8 2AB,199001,,0,E01000001,E07000067,E92000001'

const postcodes = async (content: string | Buffer, changes?: string) => {
  const path = await file(content)
  const second = changes === undefined ? undefined : await file(changes)
  return asOwner((client) => importPostcodes(client, path, { changes: second }))
}
const known = () => sql('select * from place_postcodes order by pcds')

describe('postcodes from a file', () => {
  test('rule 40: terminated postcodes, those of Wales and those without a place are kept as they are', async () => {
    await postcodes(
      older(
        one,
        'CM8 2AD,199001,201707,0,E01000002,E07000067,E92000001',
        'HR3 5PA,199001,,0,W01000443,W06000023,W92000004',
        'SR43 4DU,199001,,1,,,',
        'JE2 3AB,199001,,0,L99999999,L99999999,L93000001',
      ),
    )
    expect(await known()).toMatchObject([
      { pcds: 'CM8 2AB', terminated: null, lsoa11: 'E01000001', lsoa21: null },
      { pcds: 'CM8 2AD', terminated: 201707 },
      { pcds: 'HR3 5PA', country: 'W92000004', lsoa11: 'W01000443' },
      { pcds: 'JE2 3AB', lsoa11: null },
      { pcds: 'SR43 4DU', country: null, lsoa11: null },
    ])
  })
  test('rule 39: the vintage is told by the column; a later file adds its own and takes none away', async () => {
    await postcodes(older(one))
    await postcodes(newer('"CM8 2AB","CM8  2AB","CM8 2AB",199001,,E07000067,E92000001,E01099999'))
    expect(await known()).toMatchObject([{ pcds: 'CM8 2AB', lsoa11: 'E01000001', lsoa21: 'E01099999' }])
  })
  test('rule 41: a postcode is kept in its normal form, however the file writes it', async () => {
    await postcodes(
      'pcd7,dointr,doterm,lsoa21cd,ctry25cd,lad25cd\nCM8 2AB,199001,,E01000001,E92000001,\nBS1 4DJ,199001,,E01000002,E92000001,\nm1  1aa,199001,,E01000003,E92000001,\n',
    )
    expect((await known()).map((row) => row.pcds)).toEqual(['BS1 4DJ', 'CM8 2AB', 'M1 1AA'])
  })
  test('an area that was split has no 2021 area, whatever the lookup offers', async () => {
    const lookup =
      'LSOA11CD,LSOA11NM,CHGIND,LSOA21CD\nE01000001,a,U,E01000001\nE01000002,b,S,E01000003\nE01000002,b,S,E01000004\n'
    await postcodes(older(one, one.replace('2AB', '2AD').replace('E01000001', 'E01000002')), lookup)
    expect(await known()).toMatchObject([{ lsoa21: 'E01000001' }, { lsoa21: null }])
  })
  test('the same file again is already loaded', async () => {
    await postcodes(older(one))
    expect(await postcodes(older(one))).toMatchObject({ kind: 'already', postcodes: 1 })
  })
  test.each<[string, string | Buffer, string]>([
    ['a file of something else', places(...twenty), 'not a postcode file'],
    ['no vintage of area', 'pcds,dointr,doterm,ctry,lsoa\n', 'lsoa11 or lsoa21'],
    ['no postcode', older(one, one.replace('CM8 2AB', 'Witham')), 'Line 3 has "Witham" where a postcode'],
    ['too few columns', older(one, 'CM8 2AD,199001'), 'Line 3 has 2 columns'],
    [
      'a month that is none',
      older(one, one.replace('2AB', '2AD').replace('199001', '199013')),
      'Line 3 has "199013"',
    ],
    ['a postcode twice', older(one, one), 'Line 3 names the postcode CM8 2AB again, after line 2'],
    ['the last line cut off', older(one).slice(0, -5), 'cut off'],
    ['a compressed file cut off', gzipSync(older(one)).subarray(0, -9), 'cut off'],
    ['headings alone', 'pcds,dointr,doterm,lsoa11,laua,ctry\n', 'no postcodes'],
  ])('%s is refused with the line and the reason, and nothing is loaded', async (_, content, because) => {
    await expect(postcodes(content)).rejects.toThrow(because)
    expect(await known()).toEqual([])
    expect(await sql('select 1 from place_postcode_files')).toEqual([])
  })
})
