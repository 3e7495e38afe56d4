import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { describe } from 'vitest'

/** Real published data and independent expected results; not ours to ship, so these tests are skipped where it is absent. */
const folder = process.env.FOOTPATH_DATA ?? join(import.meta.dirname, '../../../shared/data')

/** Where a file of it lies. */
export const realPath = (path: string): string => join(folder, path)

export const realData = describe.skipIf(!existsSync(folder))

/** Empty where the folder is absent: what a skipped test reads while it is only being counted. */
export const readText = (path: string): string => {
  if (!existsSync(folder)) return ''
  const bytes = readFileSync(join(folder, path))
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}

export const readCsv = (path: string): Record<string, string>[] =>
  parse(readText(path), { columns: true, bom: true })
