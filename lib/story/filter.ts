import { type Day, day } from '@/lib/day'
import { isId } from '@/lib/id'
import { type EntryKind, entryKindOf } from './entry'

/** What of the story is asked for, and where its page begins: all of it stands in the address. */
export type StoryFilter = {
  kind?: EntryKind
  from?: Day
  until?: Day
  /** Whoever wrote it down. */
  by?: string
  /** The last entry of the page before. */
  before?: Place
}

/** Where an entry stands: its day, its instant within the day to the microsecond, and what tells two of one instant apart. */
export type Place = { on: Day; at: string; id: string; what: string }

type Asked = Record<string, string | string[] | undefined>

const placeForm =
  /^(\d{4}-\d{2}-\d{2})_(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z)_([0-9a-f-]{36})_([a-z-]{0,30})$/

const placeOf = (text: unknown): Place | undefined => {
  const found = placeForm.exec(String(text ?? ''))
  if (!found || !day.safeParse(found[1]).success || !isId(found[3]) || Number.isNaN(Date.parse(found[2]!)))
    return undefined
  return { on: found[1]!, at: found[2]!, id: found[3]!, what: found[4]! }
}

const dayIn = (asked: Asked, name: string): Day | undefined => {
  const one = asked[name]
  const parts = ['year', 'month', 'day'].map((part) => asked[`${name}-${part}`])
  const text = parts.every((part) => typeof part === 'string' && /^\d{1,4}$/.test(part.trim()))
    ? `${String(parts[0]).trim()}-${String(parts[1]).trim().padStart(2, '0')}-${String(parts[2]).trim().padStart(2, '0')}`
    : one
  return day.safeParse(text).success ? (text as Day) : undefined
}

/** What an address asks for. Whatever it says that makes no sense is left out: a filter never breaks a page. */
export function readStoryFilter(asked: Asked): StoryFilter {
  const filter: StoryFilter = {
    kind: entryKindOf(asked.kind),
    from: dayIn(asked, 'from'),
    until: dayIn(asked, 'until'),
    by: isId(asked.by) ? asked.by : undefined,
    before: placeOf(asked.before),
  }
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))
}

/** The address of a story page. The inverse of reading it. */
export function storyAddress(base: string, { before, ...filter }: StoryFilter): string {
  const search = new URLSearchParams(filter as Record<string, string>)
  if (before) search.set('before', `${before.on}_${before.at}_${before.id}_${before.what}`)
  const text = search.toString()
  return text ? `${base}?${text}` : base
}

export const isFiltered = ({ kind, from, until, by }: StoryFilter): boolean =>
  [kind, from, until, by].some((one) => one !== undefined)
