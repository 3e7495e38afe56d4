import { stringify } from 'csv-stringify/sync'
import { downloadRows } from '@/lib/reporting/download'
import type { PublishedCell } from '@/lib/reporting/equity'
import type { MeasureKey } from '@/lib/reporting/measures'
import type { Release } from '@/lib/reporting/release'

/** A spreadsheet must not take a name for a formula. */
export const csvOf = (
  release: Release,
  place: string,
  measure: MeasureKey,
  cells: readonly PublishedCell[],
): string => stringify(downloadRows(release, place, measure, cells), { escape_formulas: true, bom: true })
