import { z } from 'zod'
import {
  asksForOutcome,
  type Grouping,
  sharedDecision,
  type TookPartKind,
  tookPartKinds,
} from '@/lib/grouping/grouping'
import type { Relationship } from '@/lib/people/relationships'

const text = z.string().max(10_000, 'Use 10,000 letters or fewer.').default('')
const kinds = Object.keys(tookPartKinds) as TookPartKind[]

/** The field that names who of this kind took part. */
export const nameFieldOf = (kind: TookPartKind) => `name-${kind}` as const

const names = Object.fromEntries(kinds.map((kind) => [nameFieldOf(kind), text])) as Record<
  `name-${TookPartKind}`,
  typeof text
>

/** The shared decision as its form sends it, finished or not: text by field, in any state. */
export const typedDecision = z.strictObject({
  grouping: text,
  considered: text,
  needNow: text,
  plan: text,
  everyonesPart: text,
  goodOutcome: text,
  outcomeBy: text,
  ifNotReached: text,
  leadAgency: text,
  tookPart: z.union([z.string(), z.array(z.string().max(500))]).default([]),
  ...names,
  youngPersonsView: text,
  viewMissingBecause: text,
  familyView: text,
  disagreement: text,
  decidedOn: text,
  reviewOn: text,
})
export type TypedDecision = z.infer<typeof typedDecision>

/** A ticked person: 'young-person', or a kind with the name already known ('clinician=Amira Hussain'). */
export const ticketOf = (kind: TookPartKind, name = '') => (name ? `${kind}=${name}` : kind)

/**
 * What `sharedDecision` judges: lines become the options talked about, ticks become people. Nothing is added; answers to
 * questions that another grouping asks are left out, because nobody saw them when this was agreed.
 */
export const decisionFrom = (typed: TypedDecision) => {
  const { considered, tookPart, goodOutcome, outcomeBy, ifNotReached, leadAgency, ...rest } = typed
  const ticked = typeof tookPart === 'string' ? [tookPart] : tookPart
  const fields = Object.entries(rest).filter(([name]) => !name.startsWith('name-'))
  const outcome = asksForOutcome(typed.grouping as Grouping)
  return {
    ...Object.fromEntries(fields),
    goodOutcome: outcome ? goodOutcome : '',
    outcomeBy: outcome ? outcomeBy : '',
    ifNotReached: outcome ? ifNotReached : '',
    leadAgency: typed.grouping === 'getting-risk-support' ? leadAgency : '',
    considered: considered.split(/\r?\n/).filter((line) => line.trim() !== ''),
    tookPart: ticked.map((ticket) => {
      const [kind = '', ...name] = ticket.split('=')
      return { kind, name: name.join('=') || (typed[nameFieldOf(kind as TookPartKind)] ?? '') }
    }),
  }
}

/** One sentence for each field, in the order of the form; the first for a field wins. */
export const sentencesOf = (error: z.ZodError): Record<string, string> =>
  Object.fromEntries(
    Object.keys(typedDecision.shape).flatMap((field) => {
      const issue = error.issues.find((one) => one.path[0] === field)
      return issue ? [[field, issue.message]] : []
    }),
  )

/** What a draft still needs before it can be a shared decision. */
export const stillNeeded = (draft: Record<string, string | string[]>): string[] => {
  const typed = typedDecision.safeParse(draft)
  const checked = sharedDecision.safeParse(decisionFrom(typed.success ? typed.data : typedDecision.parse({})))
  return checked.success ? [] : Object.values(sentencesOf(checked.error))
}

/** Which kind of participant someone is to the young person, for those already in the record. */
export const kindOfRelationship = (relationship: Relationship): TookPartKind => {
  switch (relationship) {
    case 'mother':
    case 'father':
    case 'step-parent':
    case 'foster-carer':
    case 'grandparent':
      return 'parent-or-carer'
    case 'social-worker':
    case 'personal-adviser':
      return 'social-worker'
    case 'school':
      return 'school'
    case 'sibling':
    case 'partner':
    case 'friend':
      return 'friend'
    default:
      return 'other'
  }
}

/** 'Sam, Kerry (a parent or carer) and a clinician', for the history. */
export const tookPartInWords = (
  people: readonly { kind: TookPartKind; name: string }[],
  knownAs: string,
): string => {
  const said = people.map(({ kind, name }) =>
    kind === 'young-person'
      ? knownAs
      : name
        ? `${name} (${lower(tookPartKinds[kind])})`
        : lower(tookPartKinds[kind]),
  )
  return new Intl.ListFormat('en-GB').format(said)
}

const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)
