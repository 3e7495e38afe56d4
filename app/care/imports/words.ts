import type { HeldImport } from '@/db/imports/held'

/** The state of an import, in the words of its pages. */
export const becameInWords = ({ state, counts }: HeldImport): string => {
  if (state === 'checked') return 'Checked, not imported yet'
  if (state === 'discarded') return 'Discarded'
  return counts.problem > 0 ? 'Partially completed' : 'Completed'
}
