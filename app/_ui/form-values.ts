import type { Typed } from '@/lib/drafts/drafts'

const asText = (value: Typed[string] | undefined): string =>
  value === undefined ? '' : typeof value === 'string' ? value.replaceAll('\r\n', '\n') : value.join(', ')

/** What a record says where a draft of it says something else, to be shown beside the draft. */
export const differing = (record: Typed, draft: Typed): Record<string, string> =>
  Object.fromEntries(
    Object.entries(record)
      .filter(([name, value]) => asText(value) !== asText(draft[name]))
      .map(([name, value]) => [name, asText(value)]),
  )
