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

/** The first and the last day as they were typed, real ones or not; '' where nothing was. */
export type DaysTyped = { from: string; until: string }

export const daysTyped = (asked: Asked): DaysTyped => ({
  from: dayIn(asked, 'from'),
  until: dayIn(asked, 'until'),
})

/** One text in the address, or the three boxes of a form without script. */
const dayIn = (asked: Asked, name: string): string => {
  const text = (field: string) => String(asked[field] ?? '').trim()
  const [y, m, d] = ['year', 'month', 'day'].map((part) => text(`${name}-${part}`)) as [
    string,
    string,
    string,
  ]
  const two = (part: string) => (part === '' ? '' : part.padStart(2, '0'))
  return y || m || d ? `${y}-${two(m)}-${two(d)}` : text(name)
}

/** The days the story keeps to, and a sentence for each that it cannot keep to. */
const daysOf = ({ from, until }: DaysTyped): { days: { from?: Day; until?: Day }; leftOut: string[] } => {
  const [first, last] = [day.safeParse(from).data, day.safeParse(until).data]
  const leftOut = [
    ...(from && !first ? [notReal('From')] : []),
    ...(until && !last ? [notReal('Until')] : []),
  ]
  if (first && last && first > last)
    return { days: {}, leftOut: ['“From” is after “Until”, so both are left out. Change one of them.'] }
  return { days: { from: first, until: last }, leftOut }
}

const notReal = (name: string) =>
  `“${name}” is not a real date, so it is left out. Enter one such as 4 March 2027.`

/** What is said beside the filter about days that were left out. */
export const daysLeftOut = (typed: DaysTyped): string[] => daysOf(typed).leftOut

/** What an address asks for. Whatever it says that makes no sense is left out: a filter never breaks a page. */
export function readStoryFilter(asked: Asked): StoryFilter {
  const filter: StoryFilter = {
    kind: entryKindOf(asked.kind),
    ...daysOf(daysTyped(asked)).days,
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
