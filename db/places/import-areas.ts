import { basename } from 'node:path'
import type { Client } from 'pg'
import {
  type AreaColumns,
  type AreaLine,
  editionOf,
  readAreaHeadings,
  readAreaLine,
  tenthsFit,
} from '@/lib/places/area-file'
import { domainKeys } from '@/lib/places/deprivation'
import { copyInto, copyRow, fieldsOf, hashOf, linesOf, loading, WrongFile, wrongLine } from './lines'

type AreasLoaded = {
  kind: 'loaded' | 'already'
  edition: string
  vintage: string
  areas: number
  /** True where an earlier file of this edition gave way. Places frozen on referrals stay as they were. */
  replaced: boolean
}

type Options = { edition?: string; say?: (text: string) => void }

/**
 * Loads one edition of the English Indices of Deprivation from its File 7, in one transaction: the whole file or nothing.
 * @param client a connection of the tables' owner, without deadlines
 * @throws WrongFile with the line and the reason
 */
export async function importAreas(
  client: Client,
  path: string,
  { edition: asked, say = () => {} }: Options = {},
): Promise<AreasLoaded> {
  const hash = await hashOf([path])
  const { columns, areas } = await read(path, say)
  const told = editionOf(columns.vintage, areas.length, asked)
  if (!told.ok) throw new WrongFile(`${told.because} Nothing was loaded.`)
  for (const { area, line } of areas) {
    const wrong = tenthsFit(area, areas.length)
    if (wrong) throw wrongLine(line, wrong)
  }
  const result = { edition: told.edition, vintage: columns.vintage, areas: areas.length }
  return loading(client, async () => {
    const { rows: earlier } = await client.query<{ file_hash: string }>(
      'select file_hash from place_editions where edition = $1',
      [told.edition],
    )
    if (earlier[0]?.file_hash === hash) return { ...result, kind: 'already' as const, replaced: false }
    await client.query('delete from place_areas where edition = $1', [told.edition])
    await copyInto(client, `place_areas (${stored.join(', ')})`, rowsOf(areas, told.edition, columns.vintage))
    await client.query(
      `insert into place_editions (edition, vintage, areas, file_name, file_hash) values ($1, $2, $3, $4, $5)
      on conflict (edition) do update set vintage = excluded.vintage, areas = excluded.areas, file_name = excluded.file_name,
        file_hash = excluded.file_hash, loaded_at = now()`,
      [told.edition, columns.vintage, areas.length, basename(path), hash],
    )
    return { ...result, kind: 'loaded' as const, replaced: earlier.length > 0 }
  })
}

const stored = [
  'edition',
  'vintage',
  'lsoa',
  'name',
  'authority',
  'authority_name',
  ...domainKeys.flatMap((domain) => [`${domain}_rank`, domain]),
]

type Numbered = { area: AreaLine; line: number }

async function read(
  path: string,
  say: (text: string) => void,
): Promise<{ columns: AreaColumns; areas: Numbered[] }> {
  let columns: AreaColumns | undefined
  const areas: Numbered[] = []
  let next = Date.now() + 2000
  const seen = new Map<string, number>()
  for await (const { from, lines } of linesOf(path)) {
    for (let i = 0; i < lines.length; i++) {
      const line = from + i
      const fields = fieldsOf(lines[i]!)
      if (!fields) throw wrongLine(line, 'has a quotation mark without its pair')
      if (!columns) {
        const headings = readAreaHeadings(fields)
        if (!headings.ok) throw new WrongFile(headings.because)
        columns = headings.columns
        continue
      }
      const area = readAreaLine(fields, columns)
      if (!area.ok) throw wrongLine(line, area.because)
      const earlier = seen.get(area.value.lsoa)
      if (earlier) throw wrongLine(line, `names the area ${area.value.lsoa} again, after line ${earlier}`)
      seen.set(area.value.lsoa, line)
      areas.push({ area: area.value, line })
    }
    if (Date.now() > next) {
      say(`${areas.length.toLocaleString('en-GB')} areas read`)
      next = Date.now() + 2000
    }
  }
  if (!columns || areas.length === 0) throw new WrongFile('The file has no areas in it. Nothing was loaded.')
  return { columns, areas }
}

async function* rowsOf(areas: readonly Numbered[], edition: string, vintage: string): AsyncGenerator<string> {
  for (let from = 0; from < areas.length; from += 1000) {
    let text = ''
    for (const { area } of areas.slice(from, from + 1000))
      text += copyRow([
        edition,
        vintage,
        area.lsoa,
        area.name || area.lsoa,
        area.authority,
        area.authorityName || area.authority,
        ...domainKeys.flatMap((domain) => [
          area.ranks[domain]?.rank ?? null,
          area.ranks[domain]?.decile ?? null,
        ]),
      ])
    yield text
  }
}
