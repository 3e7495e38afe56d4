import { z } from 'zod'
import { day } from '@/lib/day'

/**
 * The five needs-based groupings of the THRIVE Framework. A grouping says what is needed and chosen at one point in time. It is
 * not a ladder and not a measure of how bad things are: the order below is the order of the published pages and means nothing
 * more. Any grouping may follow any other, and people decide: nothing in Footpath suggests or computes one.
 */
export const groupings = [
  'thriving',
  'getting-advice',
  'getting-help',
  'getting-more-help',
  'getting-risk-support',
] as const
export type Grouping = (typeof groupings)[number]

export const groupingNames: Record<Grouping, string> = {
  thriving: 'Thriving',
  'getting-advice': 'Getting Advice and Signposting',
  'getting-help': 'Getting Help',
  'getting-more-help': 'Getting More Help',
  'getting-risk-support': 'Getting Risk Support',
}

/** A new episode has no grouping until one is agreed, and is shown so. */
export const groupingInWords = (grouping: Grouping | null | undefined): string =>
  grouping ? groupingNames[grouping] : 'Not yet agreed'

/** Each in a plain sentence, for the people who choose together. */
export const groupingHints: Record<Grouping, string> = {
  thriving: 'No help from a service is needed now. What keeps things well carries on.',
  'getting-advice':
    'They manage this themselves, with advice and good places to turn to. It can be hard and still be this.',
  'getting-help': 'Help with agreed goals, for an agreed time.',
  'getting-more-help': 'Help with agreed goals that needs more time, or more than one kind of help.',
  'getting-risk-support':
    'Staying safe comes first. Several people agree one plan together, even when treatment is not helping now.',
}

export const grouping = z.enum(groupings, { error: 'Choose one of the five groupings.' })

export const tookPartKinds = {
  'young-person': 'The young person',
  'parent-or-carer': 'A parent or carer',
  clinician: 'A clinician',
  facilitator: 'A youth facilitator',
  'social-worker': 'A social worker or personal adviser',
  school: 'Someone from school or college',
  advocate: 'An advocate or interpreter',
  friend: 'A friend or other supporter',
  other: 'Someone else',
} as const
export type TookPartKind = keyof typeof tookPartKinds

/** Why a young person's view is missing. Never "not applicable": there is always a reason. */
export const viewMissingReasons = {
  'chose-not-to-say': 'They chose not to say',
  'not-there': 'They could not be there',
  'too-hard-today': 'It was too hard today',
  'too-young': 'They are too young to say; their family spoke',
  'no-interpreter': 'There was no interpreter or communication support',
  'urgent-safety': 'We had to act at once to keep someone safe',
} as const
export type ViewMissingReason = keyof typeof viewMissingReasons

/** The groupings that are goals-based help with an ending: they say at the outset what is hoped for, by when, and what if not. */
export const groupingsWithOutcome: readonly Grouping[] = ['getting-help', 'getting-more-help']
export const asksForOutcome = (g: Grouping): boolean => groupingsWithOutcome.includes(g)

const long = z.string().max(10_000, 'Use 10,000 letters or fewer.')
const needed = (sentence: string) => long.refine((text) => text.trim() !== '', { error: sentence })
const dayNeeded = (sentence: string) =>
  z.string({ error: sentence }).refine((text) => day.safeParse(text).success, { error: sentence })
const dayOrNone = (sentence: string) =>
  z
    .string()
    .refine((text) => text === '' || day.safeParse(text).success, { error: sentence })
    .default('')

const person = z.strictObject({
  kind: z.enum(Object.keys(tookPartKinds) as [TookPartKind, ...TookPartKind[]], {
    error: 'Choose who took part.',
  }),
  name: z.string().trim().max(200, 'Use 200 letters or fewer.').default(''),
})

/** The fields as they are typed, complete or not. */
const decisionFields = z.strictObject({
  grouping,
  decidedOn: dayNeeded('Enter the day you decided this, such as 4 March 2027.'),
  needNow: needed('Write what is needed now.'),
  considered: z
    .array(z.string().trim().min(1).max(500, 'Use 500 letters or fewer.'))
    .min(1, 'Say which options were talked about.'),
  tookPart: z.array(person).min(1, 'Say who took part in the decision.'),
  /** In their own words. */
  youngPersonsView: long.default(''),
  viewMissingBecause: z
    .union(
      [z.enum(Object.keys(viewMissingReasons) as [ViewMissingReason, ...ViewMissingReason[]]), z.literal('')],
      {
        error: 'Choose why the young person’s view is missing.',
      },
    )
    .default(''),
  familyView: long.default(''),
  disagreement: long.default(''),
  plan: needed('Write the plan.'),
  everyonesPart: needed('Write who does what.'),
  reviewOn: dayNeeded('Enter the day to look at it again, such as 4 March 2027.'),
  /** What a good outcome looks like. */
  goodOutcome: long.default(''),
  /** By when it is likely. */
  outcomeBy: dayOrNone('Say by when as a real date, such as 4 March 2027.'),
  /** What happens if it is not reached. */
  ifNotReached: long.default(''),
  /** Who leads between the agencies, for Getting Risk Support. */
  leadAgency: long.default(''),
})

/** A shared decision that may be saved. Anything less is a draft, and a draft is shown nowhere as a grouping. */
export const sharedDecision = decisionFields
  .refine((decision) => decision.youngPersonsView?.trim() || decision.viewMissingBecause, {
    path: ['youngPersonsView'],
    error: 'Write the young person’s view, or choose why it is missing.',
    // Said with the other sentences, even where no grouping is chosen yet.
    when: () => true,
  })
  .superRefine((decision, ctx) => {
    const ask = (path: keyof typeof decision, message: string) =>
      ctx.addIssue({ code: 'custom', path: [path], message })
    if (decision.reviewOn <= decision.decidedOn)
      ask('reviewOn', 'Choose a review day after the day of the decision.')
    if (asksForOutcome(decision.grouping)) {
      if (decision.goodOutcome.trim() === '') ask('goodOutcome', 'Write what a good outcome looks like.')
      if (decision.outcomeBy === '') ask('outcomeBy', 'Say by when it is likely.')
      else if (decision.outcomeBy <= decision.decidedOn)
        ask('outcomeBy', 'Choose a day after the day of the decision.')
      if (decision.ifNotReached.trim() === '') ask('ifNotReached', 'Write what happens if it is not reached.')
    }
    if (decision.grouping === 'getting-risk-support' && decision.leadAgency.trim() === '')
      ask('leadAgency', 'Name who leads between the agencies.')
  })
