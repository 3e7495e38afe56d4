import { type Step, stepInWords, stepTable } from '@/lib/handover/steps'

/** What a story is made of, by kind; the words are the filter's. */
export const entryKinds = {
  note: 'Notes',
  rating: 'Ratings',
  goal: 'Goals, steps and talks',
  decision: 'Shared decisions',
  meeting: 'Meetings',
  plan: 'Plans',
  measure: 'Measures',
  concern: 'Concerns about safety',
  handover: 'Hand-over steps',
  referral: 'Referral',
} as const
export type EntryKind = keyof typeof entryKinds
const entryKindKeys = Object.keys(entryKinds) as EntryKind[]

export const entryKindOf = (text: unknown): EntryKind | undefined =>
  entryKindKeys.find((kind) => kind === text)

const handoverEvents: Record<string, string> = {
  started: 'thought about',
  invited: 'receiving worker invited',
  accepted: 'accepted',
  declined: 'declined',
  stopped: 'stopped',
  'came-back': 'came back',
  ready: 'said how ready they feel',
}

/** A step of a hand-over, or what happened within one, in words. */
export const handoverEventInWords = (what: string): string =>
  what in stepTable ? stepInWords(what as Step) : (handoverEvents[what] ?? what)
