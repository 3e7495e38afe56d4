import { z } from 'zod'
import { day } from '@/lib/day'

/**
 * SOURCE OF REFERRAL, national codes of the Mental Health Services Data Set, in our words. The published words for M9 and Q2
 * were not at hand when this list was made, so they are shown by their code.
 */
export const sources = {
  A1: 'GP practice',
  A2: 'Health visitor',
  A3: 'Other primary health care',
  A4: 'Maternity service',
  B1: 'The young person',
  B2: 'Parent, carer or relative',
  C1: 'Social services',
  C2: 'School, college or education service',
  C3: 'Housing service',
  D1: 'Employer',
  D2: 'Occupational health',
  E1: 'Police',
  E2: 'Court',
  E3: 'Probation service',
  E4: 'Prison',
  E5: 'Court liaison and diversion service',
  E6: 'Youth justice service',
  F1: 'School nurse',
  F2: 'Hospital paediatrics',
  F3: 'Community paediatrics',
  G1: 'Independent medium secure inpatient service',
  G2: 'Independent low secure inpatient service',
  G3: 'Other independent mental health service',
  G4: 'Voluntary sector',
  H1: 'Emergency department',
  H2: 'Other hospital specialty',
  I1: 'Temporary transfer from another NHS trust',
  I2: 'Permanent transfer from another NHS trust',
  M1: 'Asylum service',
  M2: 'Telephone or online access service',
  M3: 'Agency out of the area',
  M4: 'Drug and alcohol service',
  M5: 'Jobcentre Plus',
  M6: 'Other service or agency',
  M7: 'Single point of access',
  M9: 'Other service (national code M9)',
  N3: 'Talking therapies service',
  P1: 'Another team here',
  Q1: 'Mental health drop-in',
  Q2: 'Other service (national code Q2)',
} as const
export type Source = keyof typeof sources
const sourceKeys = Object.keys(sources) as [Source, ...Source[]]
export const source = z.enum(sourceKeys, { error: 'Choose who made the referral.' })

export const declineReasons = {
  'already-known': 'Already being helped here',
  'other-service-fits': 'Another service fits better',
  'not-our-age': 'Outside our ages',
  'not-our-area': 'Outside our area',
  'did-not-want-it': 'The young person does not want this',
  'not-enough-information': 'We could not find out enough',
  'made-twice': 'The same referral came twice',
} as const
type DeclineReason = keyof typeof declineReasons

/** Kept, not chosen: the sender's file says no more than that the referral was not accepted. */
export const declinedInFile = 'declined-in-file'
/** Kept, not chosen: the sender's file does not say who referred. */
export const sourceNotInFile = 'not-in-file'

export const declinedInWords = (because: string): string =>
  declineReasons[because as DeclineReason] ??
  (because === declinedInFile ? 'Not accepted, as the referrals file says' : 'Not recorded')

export const sourceInWords = (code: string): string =>
  sources[code as Source] ?? (code === sourceNotInFile ? 'Not in the referrals file' : 'Not recorded')

export const decline = z.strictObject({
  because: z.enum(Object.keys(declineReasons) as [DeclineReason, ...DeclineReason[]], {
    error: 'Choose why the referral is declined.',
  }),
  /** What was said, and what they can do instead. */
  words: z
    .string()
    .max(5000, 'Use 5,000 letters or fewer.')
    .refine((text) => text.trim() !== '', { error: 'Write what they can do instead.' }),
})
export type Decline = z.infer<typeof decline>

export const newReferral = z.strictObject({
  referredOn: day,
  source,
  /** name and role of who referred */
  referredBy: z.string().trim().max(300, 'Use 300 letters or fewer.').default(''),
  /** why, in the referrer's or the young person's own words */
  words: z.string().max(10_000, 'Use 10,000 letters or fewer.').default(''),
})
export type NewReferral = z.infer<typeof newReferral>

export const endingKinds = {
  planned: 'Planned ending',
  'moved-away': 'Moved away',
  died: 'Died',
  'did-not-want-more': 'They did not want more',
} as const
export type EndingKind = keyof typeof endingKinds

/** Kept, not chosen: it ended because they came back to the team that had handed over. */
export const endedByComingBack = 'came-back'

export const endingInWords = (how: string): string =>
  endingKinds[how as EndingKind] ?? (how === endedByComingBack ? 'Came back' : 'Not recorded')
