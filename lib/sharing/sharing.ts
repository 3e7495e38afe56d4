import { z } from 'zod'
import { ageOn, type Day, day } from '@/lib/day'

/**
 * Two things kept apart. The *wish* is what the young person wants. The *lawful basis* is why sharing may happen at all. A "no" may
 * be overridden, by law and with a reason told to them; a "yes" alone is not always a basis.
 */
export const wishes = { yes: 'Yes', no: 'No', 'not-asked': 'Not asked yet' } as const
export type Wish = keyof typeof wishes

export const bases = {
  'consent-16': 'Their own consent, aged 16 or over',
  'consent-gillick': 'Their own consent, able to decide this (Gillick)',
  'consent-parental': 'Consent of someone with parental responsibility',
  'direct-care': 'Direct care (public task)',
  safeguarding: 'Keeping someone safe (safeguarding)',
  'legal-duty': 'A court or the law requires it',
} as const
export type Basis = keyof typeof bases
const basisKeys = Object.keys(bases) as [Basis, ...Basis[]]

/** These rest on a yes, and fall with it. The others do not, and then the reason is recorded. */
const onConsent: readonly Basis[] = ['consent-16', 'consent-gillick', 'consent-parental']
const restsOnConsent = (basis: Basis): boolean => onConsent.includes(basis)

export const purposes = {
  handover: 'Hand-over to another team',
  'joint-work': 'Working together',
  'keep-informed': 'Keeping informed',
  safeguarding: 'Keeping someone safe',
} as const
export type Purpose = keyof typeof purposes

const text = z.string().max(2000, 'Use 2,000 letters or fewer.').default('')

/** An empty choice of a form is no choice. */
const chosen = <T extends z.ZodType>(schema: T) =>
  z.preprocess((sent) => (sent === '' ? undefined : sent), schema)

/** One wish and one basis for one recipient and one purpose. There is no "consent to everything". */
export const sharingEntry = z
  .strictObject({
    /** a team here, by id, or someone outside in words */
    recipientTeamId: chosen(z.uuid('Choose the team from the list.').nullable().default(null)),
    recipientWords: text,
    purpose: z.enum(Object.keys(purposes) as [Purpose, ...Purpose[]], { error: 'Choose what it is for.' }),
    wish: z.enum(Object.keys(wishes) as [Wish, ...Wish[]], { error: 'Choose yes, no or not asked yet.' }),
    wishWords: text,
    basis: chosen(z.enum(basisKeys, { error: 'Choose the lawful basis.' }).nullable().default(null)),
    /** For Gillick: what showed that they understand this decision, and who judged it. For an override: why, and what they were told. */
    basisWords: text,
    decidedBy: text,
    from: day,
    to: chosen(day.nullable().default(null)),
  })
  .superRefine((entry, ctx) => {
    const ask = (path: keyof typeof entry, message: string) =>
      ctx.addIssue({ code: 'custom', path: [path], message })
    if (entry.recipientTeamId === null && entry.recipientWords.trim() === '')
      ask('recipientWords', 'Say who it is shared with.')
    if (entry.to !== null && entry.to < entry.from) ask('to', 'The last day cannot be before the first.')
    if (entry.basis === null) return
    if (restsOnConsent(entry.basis) && entry.wish !== 'yes' && entry.basis !== 'consent-parental')
      ask('basis', 'Consent needs their yes. Choose another basis, or ask them.')
    if (entry.basis === 'consent-gillick' && entry.basisWords.trim() === '')
      ask('basisWords', 'Write what showed that they understand this decision, and who judged it.')
    if (entry.basis === 'consent-parental' && entry.decidedBy.trim() === '')
      ask('decidedBy', 'Name the person with parental responsibility who agreed.')
    if (!restsOnConsent(entry.basis) && entry.wish === 'no' && entry.basisWords.trim() === '')
      ask('basisWords', 'They said no. Write why it is shared all the same, and what they were told.')
  })

/** An entry as it stands in the record, with what the rule below needs. */
export type StandingEntry = {
  wish: Wish
  basis: Basis | null
  /** written for this very entry: evidence that they can decide this one */
  basisWords: string
  from: Day
  to: Day | null
  withdrawnOn: Day | null
}

/** Whether something may be shared under an entry on a day. Disclosures already made stay in the log, whatever the answer. */
export const mayShare = (
  entry: StandingEntry,
  born: Day,
  on: Day,
): { may: true } | { may: false; because: string } => {
  const no = (because: string) => ({ may: false as const, because })
  if (entry.withdrawnOn !== null && entry.withdrawnOn <= on) return no('Sharing was withdrawn.')
  if (on < entry.from) return no('Sharing has not started yet.')
  if (entry.to !== null && on > entry.to) return no('The time agreed for sharing is over. Ask again.')
  if (entry.basis === null) return no('No lawful basis is recorded.')
  if (!restsOnConsent(entry.basis)) return { may: true }
  // The young person decides from 16; what a parent agreed before does not go on deciding for them.
  const age = ageOn(born, on)
  if (entry.basis === 'consent-parental')
    return age >= 16 ? no('They are 16 now and decide for themselves. Ask them.') : { may: true }
  if (entry.wish !== 'yes') return no('They have not said yes.')
  if (entry.basis === 'consent-16' && age < 16)
    return no('They are under 16. Record how they are able to decide this.')
  if (entry.basis === 'consent-gillick' && entry.basisWords.trim() === '')
    return no('Nobody has recorded that they are able to decide this.')
  return { may: true }
}

/**
 * Who decides about one thing to be shared. Gillick is for one decision, never a lasting flag: a record of last year's decision says
 * nothing about this one. A parent's view is shown and, from 16, does not decide.
 * @param gillickForThis what was recorded for this decision; undefined when nothing was
 */
export const whoDecides = (
  born: Day,
  on: Day,
  gillickForThis: 'able' | 'not-able' | undefined,
): 'young-person' | 'parental-responsibility' | 'needs-assessing' => {
  if (ageOn(born, on) >= 16) return 'young-person'
  if (gillickForThis === undefined) return 'needs-assessing'
  return gillickForThis === 'able' ? 'young-person' : 'parental-responsibility'
}

export const whoDecidesInWords = {
  'young-person': 'They decide',
  'parental-responsibility': 'Someone with parental responsibility decides',
  'needs-assessing': 'Needs assessing: can they decide this?',
} as const
