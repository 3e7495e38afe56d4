import { basename } from 'node:path'
import { type Client, DatabaseError } from 'pg'
import { lsoa2021Of } from '@/lib/places/postcode'
import {
  type PostcodeColumns,
  readChangeHeadings,
  readPostcodeHeadings,
  readPostcodeLine,
} from '@/lib/places/postcode-file'
import { copyInto, copyRow, fieldsOf, hashOf, linesOf, loading, WrongFile, wrongLine } from './lines'

type PostcodesLoaded = { kind: 'loaded' | 'already'; postcodes: number; vintages: string[] }

type Options = {
  /** ONS lookup from 2011 to 2021 areas, for a file that knows only the 2011 ones. */
  changes?: string
  say?: (text: string) => void
}

/**
 * Loads an ONS postcode file, in one transaction: the whole file or nothing. What it says of its postcodes replaces what was
 * known of them; postcodes it does not list stay, and so does a vintage of area that it has no column for.
 * @param client a connection of the tables' owner, without deadlines
 * @throws WrongFile with the line and the reason
 */
export async function importPostcodes(
  client: Client,
  path: string,
  { changes, say = () => {} }: Options = {},
): Promise<PostcodesLoaded> {
  const hash = await hashOf(changes ? [path, changes] : [path])
  const lookup = changes ? await readChanges(changes) : undefined
  return loading(client, async () => {
    const { rows: latest } = await client.query<{ file_hash: string; rows: number }>(
      'select file_hash, rows from place_postcode_files order by loaded_at desc limit 1',
    )
    if (latest[0]?.file_hash === hash)
      return { kind: 'already' as const, postcodes: latest[0].rows, vintages: [] }
    await client.query(
      `create temporary table read_postcodes (line integer, pcds text, introduced integer, terminated integer, country text,
        authority text, lsoa11 text, lsoa21 text) on commit drop`,
    )
    const told: Told = { vintages: [], count: 0 }
    await copyInto(client, 'read_postcodes', rowsOf(path, lookup, told, say))
    if (told.count === 0) throw new WrongFile('The file has no postcodes in it. Nothing was loaded.')
    say('Putting them in place')
    await merge(client, told.vintages)
    await client.query(
      `insert into place_postcode_files (file_hash, file_name, rows) values ($1, $2, $3)
      on conflict (file_hash) do update set file_name = excluded.file_name, loaded_at = now()`,
      [hash, basename(path), told.count],
    )
    return { kind: 'loaded' as const, postcodes: told.count, vintages: told.vintages }
  })
}

type Told = { vintages: string[]; count: number }

async function* rowsOf(
  path: string,
  changes: ReadonlyMap<string, string> | undefined,
  told: Told,
  say: (text: string) => void,
): AsyncGenerator<string> {
  let columns: PostcodeColumns | undefined
  let next = Date.now() + 2000
  for await (const { from, lines } of linesOf(path)) {
    let text = ''
    for (let i = 0; i < lines.length; i++) {
      const line = from + i
      const fields = fieldsOf(lines[i]!)
      if (!fields) throw wrongLine(line, 'has a quotation mark without its pair')
      if (!columns) {
        const headings = readPostcodeHeadings(fields)
        if (!headings.ok) throw new WrongFile(`${headings.because} Nothing was loaded.`)
        columns = headings.columns
        if (columns.lsoa11 >= 0) told.vintages.push('2011')
        if (columns.lsoa21 >= 0 || changes) told.vintages.push('2021')
        continue
      }
      const row = readPostcodeLine(fields, columns)
      if (typeof row === 'string') throw wrongLine(line, row)
      const lsoa21 = row.lsoa21 || (changes?.get(row.lsoa11) ?? '')
      text += copyRow([
        line,
        row.pcds,
        row.introduced,
        row.terminated,
        row.country,
        row.authority,
        row.lsoa11,
        lsoa21,
      ])
      told.count++
    }
    if (text !== '') yield text
    if (Date.now() > next) {
      say(`${told.count.toLocaleString('en-GB')} postcodes read`)
      next = Date.now() + 2000
    }
  }
}

/** A postcode taken out of use and later given to another place keeps nothing of the earlier place. */
const kept = (column: string, vintages: readonly string[], vintage: string) =>
  vintages.includes(vintage)
    ? `excluded.${column}`
    : `case when p.introduced is not distinct from excluded.introduced then p.${column} end`

async function merge(client: Client, vintages: readonly string[]): Promise<void> {
  await client.query('savepoint merging')
  const lsoa11 = kept('lsoa11', vintages, '2011')
  const lsoa21 = kept('lsoa21', vintages, '2021')
  try {
    await client.query(
      `insert into place_postcodes as p (pcds, introduced, terminated, country, authority, lsoa11, lsoa21)
      select pcds, introduced, terminated, country, authority, lsoa11, lsoa21 from read_postcodes
      on conflict (pcds) do update set introduced = excluded.introduced, terminated = excluded.terminated,
        country = excluded.country, authority = coalesce(excluded.authority, p.authority), lsoa11 = ${lsoa11}, lsoa21 = ${lsoa21}
      where (p.introduced, p.terminated, p.country, p.authority, p.lsoa11, p.lsoa21) is distinct from
        (excluded.introduced, excluded.terminated, excluded.country, coalesce(excluded.authority, p.authority), ${lsoa11}, ${lsoa21})`,
    )
  } catch (error) {
    // 21000: one command would touch a row twice, that is, the file names a postcode twice.
    if (!(error instanceof DatabaseError && error.code === '21000')) throw error
    await client.query('rollback to savepoint merging')
    const { rows } = await client.query<{ pcds: string; first: number; again: number }>(
      `select pcds, min(line) as first, max(line) as again from read_postcodes
      group by pcds having count(*) > 1 order by again limit 1`,
    )
    throw wrongLine(rows[0]!.again, `names the postcode ${rows[0]!.pcds} again, after line ${rows[0]!.first}`)
  }
}

/** The one 2021 area of each 2011 area that has exactly one; those that were split are left out, never guessed. */
async function readChanges(path: string): Promise<ReadonlyMap<string, string>> {
  let columns: ReturnType<typeof readChangeHeadings>
  const all = new Map<string, { change: string; lsoa2021: string }[]>()
  for await (const { from, lines } of linesOf(path)) {
    for (let i = 0; i < lines.length; i++) {
      const fields = fieldsOf(lines[i]!)
      if (!fields) throw wrongLine(from + i, 'has a quotation mark without its pair')
      if (!columns) {
        columns = readChangeHeadings(fields)
        if (!columns)
          throw new WrongFile(
            'The second file is not the ONS lookup from 2011 to 2021 areas: it needs the columns LSOA11CD, CHGIND and LSOA21CD. Nothing was loaded.',
          )
        continue
      }
      if (fields.length !== columns.width)
        throw wrongLine(
          from + i,
          `of the lookup has ${fields.length} columns where the heading has ${columns.width}`,
        )
      const lsoa11 = fields[columns.lsoa11]!
      const changes = all.get(lsoa11) ?? []
      changes.push({ change: fields[columns.change]!, lsoa2021: fields[columns.lsoa21]! })
      all.set(lsoa11, changes)
    }
  }
  const certain = new Map<string, string>()
  for (const [lsoa11, changes] of all) {
    const lsoa21 = lsoa2021Of(changes)
    if (lsoa21) certain.set(lsoa11, lsoa21)
  }
  return certain
}
