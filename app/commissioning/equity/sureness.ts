import type { Finding } from '@/lib/reporting/words'

/** How the shared sentence says what the finding knows. */
export const sureness = (sure: Finding['sure']) =>
  sure === null ? undefined : ({ likely: 'sure', 'cannot-tell': 'unsure', 'too-few': 'few' } as const)[sure]
