import { z } from 'zod'
import { day } from '@/lib/day'
import { highest } from '@/lib/goals/rating'
import { themesOfGoal } from '@/lib/goals/themes'

export const whose = {
  'young-person': 'The young person',
  'parent-or-carer': 'A parent or carer',
  together: 'Agreed together',
} as const
export type Whose = keyof typeof whose

/** 'Sam’s goal', for a line about it. */
export const whoseInWords = (owner: Whose, knownAs: string): string =>
  ({
    'young-person': `${knownAs}’s goal`,
    'parent-or-carer': 'A parent’s or carer’s goal',
    together: 'A goal agreed together',
  })[owner]

/** What sort of outcome it is (Talking Points). Optional and last: their words come first. */
export const outcomeKinds = {
  change: 'Something to change',
  'quality-of-life': 'How life is, or staying as well as I can',
  process: 'How I am listened to and treated',
} as const
export type OutcomeKind = keyof typeof outcomeKinds

export const endReasons = {
  reached: 'They have got there',
  'words-changed': 'The goal changed into another',
  'stop-for-now': 'Stop for now',
  'no-longer-fits': 'It no longer fits',
  'moved-away': 'They moved away',
} as const
export type EndReason = keyof typeof endReasons

/**
 * A goal that ended short of what was hoped for is talked about (THRIVE: "outcome-informed"). Whether they have got there is
 * theirs to say, whatever the number; changed words go on as another goal.
 * @param latest the newest number by whom the goal belongs to, null without one
 */
export const endedUnmet = (because: EndReason, latest: number | null): boolean =>
  because !== 'reached' && because !== 'words-changed' && latest !== highest

const keysOf = <T extends Record<string, string>>(labels: T) =>
  Object.keys(labels) as [keyof T & string, ...(keyof T & string)[]]

/**
 * A goal in the words it was said in. The words are kept exactly, spaces and line breaks too: they belong to the person,
 * and what looks like a mistake may be how they say it.
 */
export const goalWords = z
  .string({ error: 'Write the goal in their words.' })
  .max(2000, 'Use 2,000 letters or fewer.')
  .refine((text) => text.trim() !== '', { error: 'Write the goal in their words.' })

export const newGoal = z.strictObject({
  words: goalWords,
  /** The language it was said in, as a language tag such as 'en' or 'pl', so that a screen reader can speak it. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Choose the language from the list.')
    .default('en'),
  whose: z.enum(keysOf(whose), { error: 'Say who said it.' }),
  kind: z
    .union([z.enum(keysOf(outcomeKinds)), z.literal('')], { error: 'Choose a kind, or leave it empty.' })
    .default(''),
  themes: themesOfGoal,
  firstStep: z.string().max(2000, 'Use 2,000 letters or fewer.').default(''),
  agreedOn: day,
  /** Why there is a fourth, when there are three open already. */
  fourthBecause: z.string().max(2000, 'Use 2,000 letters or fewer.').default(''),
  /** The words name a service, they were asked about it, and these are the words they want. */
  keepWords: z.enum(['', 'yes']).default(''),
})

export const endGoal = z.strictObject({
  because: z.enum(keysOf(endReasons), { error: 'Say why the goal ends.' }),
  words: z.string().max(2000, 'Use 2,000 letters or fewer.').default(''),
})
export type EndGoal = z.infer<typeof endGoal>

/**
 * Whether new words still name the same goal. Spaces, capitals and punctuation may be put right; any other change to a rated
 * goal makes a new goal with its own first rating, because a line of ratings means nothing when what is rated changed.
 */
const sameGoal = (before: string, after: string): boolean => bare(before) === bare(after)

const bare = (words: string) =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** What a change of words asks for: nothing, a correction of the same goal, or a new goal that replaces it. */
export const changeOfWords = (
  before: string,
  after: string,
  rated: boolean,
): 'same' | 'correct' | 'new-goal' =>
  before === after ? 'same' : !rated || sameGoal(before, after) ? 'correct' : 'new-goal'
