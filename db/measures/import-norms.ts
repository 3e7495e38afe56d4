import { basename } from 'node:path'
import type { Client } from 'pg'
import { fieldsOf, hashOf, linesOf, loading, WrongFile, wrongLine } from '@/db/places/lines'
import { isTwice, type NormRow, normHeadings, readNormLine } from '@/lib/measures/norms'

type NormsLoaded = { kind: 'loaded' | 'already'; norms: number; replaced: number }

/**
 * Loads the norms of RCADS from a file of its owners' figures, in one transaction: the whole file in place of what was there,
 * or nothing. Columns: gender, age, assessment, sample_mean, sample_sd, in any order.
 * @param client a connection of the tables' owner
 * @throws WrongFile with the line and the reason
 */
export async function importNorms(client: Client, path: string): Promise<NormsLoaded> {
  const hash = await hashOf([path])
  const rows = await rowsOf(path)
  return loading(client, async () => {
    const { rows: latest } = await client.query<{ file_hash: string; rows: number }>(
      'select file_hash, rows from rcads_norm_files order by loaded_at desc limit 1',
    )
    if (latest[0]?.file_hash === hash) return { kind: 'already' as const, norms: latest[0].rows, replaced: 0 }
    const { rowCount } = await client.query('delete from rcads_norms')
    await client.query(
      `insert into rcads_norms (sex, age, measure, scale, mean, sd)
      select sex, age, measure, scale, mean, sd
      from json_to_recordset($1) as r (sex text, age smallint, measure text, scale text, mean float8, sd float8)`,
      [JSON.stringify(rows)],
    )
    await client.query(
      `insert into rcads_norm_files (file_hash, file_name, rows) values ($1, $2, $3)
      on conflict (file_hash) do update set file_name = excluded.file_name, rows = excluded.rows, loaded_at = now()`,
      [hash, basename(path), rows.length],
    )
    return { kind: 'loaded' as const, norms: rows.length, replaced: rowCount ?? 0 }
  })
}

async function rowsOf(path: string): Promise<NormRow[]> {
  let columns: Record<(typeof normHeadings)[number], number> | undefined
  const seen = new Set<string>()
  const rows: NormRow[] = []
  for await (const { from, lines } of linesOf(path)) {
    for (const [at, text] of lines.entries()) {
      const line = from + at
      const fields = fieldsOf(text)
      if (!fields) throw wrongLine(line, 'has a quotation mark without its pair')
      if (!columns) {
        columns = columnsOf(fields)
        continue
      }
      if (fields.length === 1 && fields[0] === '') continue
      const width = Math.max(...Object.values(columns)) + 1
      if (fields.length < width)
        throw wrongLine(line, `has ${fields.length} fields where the heading has ${width}`)
      const read = readNormLine({
        gender: fields[columns.gender]!,
        age: fields[columns.age]!,
        assessment: fields[columns.assessment]!,
        sample_mean: fields[columns.sample_mean]!,
        sample_sd: fields[columns.sample_sd]!,
      })
      if (!read.ok) throw wrongLine(line, read.because)
      if (isTwice(read.row, seen))
        throw wrongLine(line, 'says the same sex, age and scale as an earlier line')
      rows.push(read.row)
    }
  }
  if (rows.length === 0) throw new WrongFile('The file has no norms in it. Nothing was loaded.')
  return rows
}

const columnsOf = (headings: readonly string[]) => {
  const named = headings.map((heading) => heading.trim().toLowerCase())
  const missing = normHeadings.filter((heading) => !named.includes(heading))
  if (missing.length > 0)
    throw new WrongFile(
      `This is no file of norms: the heading has no ${missing.join(', no ')}. It needs ${normHeadings.join(', ')}. Nothing was loaded.`,
    )
  return Object.fromEntries(normHeadings.map((heading) => [heading, named.indexOf(heading)])) as Record<
    (typeof normHeadings)[number],
    number
  >
}
