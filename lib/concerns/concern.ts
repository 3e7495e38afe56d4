import { z } from 'zod'
import { day } from '@/lib/day'
import { optionalText, requiredText } from '@/lib/parse'
import { timeOfDay } from '@/lib/story/meeting'

/** Whether the young person knows that this was written down and who was told. */
export const concernKnown = {
  yes: 'Yes, we talked about it',
  'not-yet': 'Not yet',
  'not-safe': 'No: telling them now could make them less safe',
} as const
export type ConcernKnown = keyof typeof concernKnown

export const toldAnswers = {
  told: 'Somebody has been told',
  'not-yet': 'Not yet told: a task for you, due today',
} as const

/** Who was told: who they are, for whom they work and when. */
const telling = {
  toldName: z.string().max(200, 'Use 200 letters or fewer.').default(''),
  toldRole: z.string().max(200, 'Use 200 letters or fewer.').default(''),
  toldAgency: z.string().max(200, 'Use 200 letters or fewer.').default(''),
  toldOn: z.union([z.literal(''), day], { error: 'Enter a real date, such as 4 March 2027.' }).default(''),
  toldAt: z.union([z.literal(''), timeOfDay], { error: 'Enter a time such as 14:05.' }).default(''),
}

/** A concern as it is typed. There is no level to choose, and nothing works one out. */
export const typedConcern = z.strictObject({
  noticedOn: day,
  words: requiredText('Say what worries you.'),
  seenOrHeard: requiredText('Say what was seen or heard, and from whom.'),
  doneNow: requiredText('Say what is done now. If nothing is, say so and why.'),
  youngPersonKnows: z.enum(Object.keys(concernKnown) as [ConcernKnown, ...ConcernKnown[]], {
    error: 'Say whether they know.',
  }),
  youngPersonWords: optionalText,
  told: z.enum(['told', 'not-yet'], { error: 'Say who was told, or that nobody has been told yet.' }),
  ...telling,
})

export const typedAddition = z.strictObject({ words: optionalText, ...telling })

export type Telling = {
  toldName: string
  toldRole: string
  toldAgency: string
  toldOn: string
  toldAt: string
}

/** Whether anything about a telling was typed. */
export const tellingBegun = (t: Telling): boolean =>
  [t.toldName, t.toldRole, t.toldAgency, t.toldAt].some((text) => text.trim() !== '')

/** What is missing for "who was told and when" to be true to its name: sentences by field. */
export function missingInTelling(t: Telling): Record<string, string> {
  const missing: Record<string, string> = {}
  if (t.toldName.trim() === '') missing.toldName = 'Enter the name of whoever was told.'
  if (t.toldRole.trim() === '') missing.toldRole = 'Enter who they are, such as duty social worker.'
  if (t.toldAgency.trim() === '') missing.toldAgency = 'Enter for whom they work.'
  if (t.toldOn === '') missing.toldOn = 'Enter the day they were told.'
  if (t.toldAt === '') missing.toldAt = 'Enter the time they were told, such as 14:05.'
  return missing
}

/** Why somebody must see a concern. */
export const mustSeeBecause = {
  'named-worker': 'named worker',
  duty: 'duty worker of the team',
  beside: 'worker beside',
  'team-lead': 'team lead',
  'wrote-it': 'wrote it',
} as const
