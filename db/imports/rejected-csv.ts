import { stringify } from 'csv-stringify/sync'
import { columnKeys } from '@/lib/referrals/file'
import type { ReviewRow } from './reads'

/**
 * The rejected lines as a file: as they came, after their line number and what is wrong. A cell that a spreadsheet would run as
 * a formula is made plain text.
 */
export const rejectedCsv = (rows: readonly ReviewRow[]): string => {
  const used = columnKeys.filter((column) => rows.some((row) => row.fields[column] !== undefined))
  return stringify(
    rows.map((row) => [row.line, row.problems.join(' '), ...used.map((column) => row.fields[column] ?? '')]),
    { header: true, columns: ['line', 'what_is_wrong', ...used], escape_formulas: true, bom: true },
  )
}
