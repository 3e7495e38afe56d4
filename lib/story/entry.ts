/** What a story is made of, by kind; the words are the filter's. */
export const entryKinds = {
  note: 'Notes',
  rating: 'Ratings',
  decision: 'Shared decisions',
  meeting: 'Meetings',
  handover: 'Hand-over steps',
  referral: 'Referral',
} as const
export type EntryKind = keyof typeof entryKinds
export const entryKindKeys = Object.keys(entryKinds) as EntryKind[]

export const entryKindOf = (text: unknown): EntryKind | undefined =>
  entryKindKeys.find((kind) => kind === text)
