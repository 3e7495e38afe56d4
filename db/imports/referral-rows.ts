import { CsvError, parse } from 'csv-parse/sync'
import { type Column, readHeadings } from '@/lib/referrals/file'
import { mostLines } from '@/lib/referrals/review'

/** One line of a file: what its cells say, by column; empty cells are left out. */
export type FileRow = { line: number; fields: Partial<Record<Column, string>> }

type FileAnswer = { ok: true; rows: FileRow[] } | { ok: false; because: string }

const no = (because: string): FileAnswer => ({ ok: false, because })

/** With `info`, each record comes with the line it ends on, which the library's types do not say. */
const options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true } as const

/** The rows of a referrals file with their line numbers, or a sentence saying why it is not one. */
export function readReferralRows(text: string): FileAnswer {
  let records: { record: string[]; info: { lines: number } }[]
  try {
    records = parse(text, options) as unknown as typeof records
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const at = 'lines' in error ? Number(error.lines) : undefined
    return no(
      error.code === 'CSV_QUOTE_NOT_CLOSED'
        ? 'A quotation mark is opened and never closed. The file may have been cut off.'
        : `The file cannot be read as CSV${at ? `: see line ${at}` : ''}. Save it as "CSV UTF-8 (comma delimited)".`,
    )
  }
  const [first, ...rest] = records
  if (!first) return no('The file is empty.')
  const headings = readHeadings(first.record)
  if (!headings.ok) return no(headings.because.join(' '))
  if (rest.length === 0) return no('The file has a heading and no referrals.')
  if (rest.length > mostLines)
    return no(
      `The file has ${rest.length.toLocaleString('en-GB')} referrals. Use ${mostLines.toLocaleString('en-GB')} or fewer in one file, and the rest in another.`,
    )
  const rows: FileRow[] = []
  let before = first.info.lines
  for (const { record, info } of rest) {
    const line = before + 1
    before = info.lines
    if (record.length !== headings.columns.length)
      return no(
        `Line ${line} has ${record.length} columns and the heading has ${headings.columns.length}. The file may have been cut off. Nothing was read.`,
      )
    const fields: Partial<Record<Column, string>> = {}
    headings.columns.forEach((column, i) => {
      // PostgreSQL keeps no NUL, and a spreadsheet never writes one.
      const cell = record[i]!.replaceAll('\u0000', '')
      if (cell.trim() !== '') fields[column] = cell
    })
    rows.push({ line, fields })
  }
  return { ok: true, rows }
}
