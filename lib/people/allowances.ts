import { z } from 'zod'
import { day } from '@/lib/day'
import { id } from '@/lib/id'
import { requiredText as asked, many } from '@/lib/parse'
import { type DecisionBasis, questionKeys } from '@/lib/people/consent'
import { type SectionKey, sectionsOf } from '@/lib/plans/plan'

/** What a parent or carer may be let see. Each is allowed for itself, and nothing else comes with it. */
export const allowanceNames = {
  pages: 'Pages of their own',
  goals: 'All goals',
  goal: 'One goal',
  ratings: 'How close they feel to those goals',
  meetings: 'The next meetings: when and where',
  'plan-section': 'A part of the plan',
} as const
export type AllowanceItem = keyof typeof allowanceNames
export const allowanceItems = Object.keys(allowanceNames) as [AllowanceItem, ...AllowanceItem[]]

export const allowanceBases = [
  'own-yes',
  'own-yes-gillick',
  'parental-responsibility',
] as const satisfies readonly DecisionBasis[]

export const basisInWords: Record<DecisionBasis, string> = {
  'own-yes': 'Their own yes, aged 16 or over',
  'own-yes-gillick': 'Their own yes, able to decide this (Gillick)',
  'parental-responsibility': 'Somebody with parental responsibility, as they are not able to decide this yet',
}

/** The same, said to the young person. */
export const basisForThem: Record<DecisionBasis, string> = {
  'own-yes': 'You said yes.',
  'own-yes-gillick': 'You said yes.',
  'parental-responsibility': 'An adult who looks after you said yes for you.',
}

/** The same, said to the young person: 'all your goals'. */
export const itemForThem: Record<AllowanceItem, string> = {
  pages: 'pages of their own',
  goals: 'all your goals',
  goal: 'one goal',
  ratings: 'how close you feel',
  meetings: 'when and where you meet',
  'plan-section': 'a part of your plan',
}

/** One thing to allow, as a form names it: 'goals', 'goal=<id>', 'plan-section=goodDay'. */
export type Thing = { item: AllowanceItem; itemId: string | null; section: SectionKey | '' }

/** The parts of the plan a parent can be let see. The safety plan is shared line by line, by the young person. */
export const shareableSections = sectionsOf('wellbeing')

export const thingKey = ({ item, itemId, section }: Thing): string =>
  item === 'goal' ? `goal=${itemId}` : item === 'plan-section' ? `plan-section=${section}` : item

const thing = z.string().transform((text, ctx): Thing => {
  const [item, what = ''] = text.split('=')
  const known = allowanceItems.find((one) => one === item)
  if (known === 'goal' && id.safeParse(what).success) return { item: known, itemId: what, section: '' }
  const section = shareableSections.find(({ key }) => key === what)?.key
  if (known === 'plan-section' && section) return { item: known, itemId: null, section }
  if (known && known !== 'goal' && known !== 'plan-section' && what === '')
    return { item: known, itemId: null, section: '' }
  ctx.addIssue({ code: 'custom', message: 'Choose from the list.' })
  return z.NEVER
})

/** What is recorded when a parent or carer is let see something: which things, and what the young person said. */
export const newAllowance = z.strictObject({
  personId: id,
  relationshipId: id,
  things: many(thing).refine((things) => things.length > 0, { error: 'Choose one thing or more.' }),
  says: z.enum(['yes', 'no', 'not-asked'], { error: 'Say what they said: yes, no, or not asked.' }),
  wishWords: z.string().max(2000, 'Use 2,000 letters or fewer.').default(''),
  /** Who with parental responsibility decided, where they are not able to decide yet: a relationship. */
  decidedBy: z.union([id, z.literal('')]).default(''),
  from: day,
})

export const newCapacity = z.strictObject({
  personId: id,
  /** '' where it is about no parent or carer. */
  relationshipId: z.union([id, z.literal('')]).default(''),
  question: z.enum(questionKeys, { error: 'Choose which decision it is about.' }),
  words: asked('Write the decision as you put it to them.'),
  able: z.enum(['yes', 'no'], { error: 'Say if they were able to decide this.' }),
  understanding: asked('Write what showed whether they understood it.'),
  maturity: asked('Write what showed how they weighed it up.'),
  voluntariness: asked('Write what showed whether they were free to choose.'),
  assessor: z.string().trim().max(200, 'Use 200 letters or fewer.').default(''),
  othersPresent: z.string().trim().max(500, 'Use 500 letters or fewer.').default(''),
  assessedOn: day,
})
