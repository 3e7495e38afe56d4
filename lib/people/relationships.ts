import { z } from 'zod'

export const relationships = {
  mother: 'Mother',
  father: 'Father',
  'step-parent': 'Step-parent',
  'foster-carer': 'Foster carer',
  grandparent: 'Grandparent',
  sibling: 'Brother or sister',
  partner: 'Partner',
  friend: 'Friend',
  'social-worker': 'Social worker',
  'personal-adviser': 'Personal adviser',
  school: 'School or college',
  gp: 'GP practice',
  other: 'Someone else',
} as const
export type Relationship = keyof typeof relationships

/** Asked of everyone alike; "not asked" is shown as such, and is neither yes nor no. */
export const askedAnswers = { yes: 'Yes', no: 'No', 'not-asked': 'Not asked' } as const

/**
 * Someone who matters to the young person. Parental responsibility is recorded, never assumed from "mother" or "father".
 */
export const personWhoMatters = z.strictObject({
  name: z.string().trim().min(1, 'Enter their name.').max(200, 'Use 200 letters or fewer.'),
  relationship: z.enum(Object.keys(relationships) as [Relationship, ...Relationship[]], {
    error: 'Choose who they are to the young person.',
  }),
  parentalResponsibility: z.enum(['yes', 'no', 'not-asked'], {
    error: 'Say if they hold parental responsibility, or that nobody has asked.',
  }),
  livesWith: z
    .enum(['yes', 'no', 'not-asked'], { error: 'Say if they live together, or that nobody has asked.' })
    .default('not-asked'),
  phone: z.string().trim().max(50, 'Use 50 letters or fewer.').default(''),
  /** How and when it is safe to reach them, in words. */
  contact: z.string().trim().max(500, 'Use 500 letters or fewer.').default(''),
})
