import { z } from 'zod'
import { type Day, day } from '@/lib/day'
import { shortened } from '@/lib/goals/sheet'
import { type TalkDecision, talkDecision } from '@/lib/goals/talk'
import { id, idForm } from '@/lib/id'

/** The names of the fields of a review, made from the goal's id. */
export const decisionFieldOf = (goalId: string) => `goal-${goalId}-decision`
export const theirWordsFieldOf = (goalId: string) => `goal-${goalId}-words`
export const triedFieldOf = (goalId: string) => `goal-${goalId}-tried`

const field = new RegExp(`^goal-(${idForm})-(decision|words|tried)$`)
const known = ['personId', 'heldOn', 'words', 'nextOn']

type Entry = { decision: string; words: string; tried: string }

/** The review page as it is sent: three fields for each open goal. Unknown fields are refused. */
export const reviewSheet = z
  .object({
    personId: id,
    heldOn: day,
    words: z.string().max(10_000, 'Use 10,000 letters or fewer.').default(''),
    nextOn: z.union([day, z.literal('')]).default(''),
  })
  .catchall(z.string({ error: 'Choose one answer.' }).max(10_000, 'Use 10,000 letters or fewer.'))
  .superRefine((sent, ctx) => {
    for (const name of Object.keys(sent))
      if (!known.includes(name) && !field.test(name))
        ctx.addIssue({ code: 'unrecognized_keys', keys: [name], message: 'Unknown field.' })
  })
  .transform(({ personId, heldOn, words, nextOn, ...rest }) => {
    const entries = new Map<string, Entry>()
    for (const [name, text] of Object.entries(rest)) {
      const [, goalId, part] = field.exec(name) ?? []
      if (!goalId) continue
      const entry = entries.get(goalId) ?? { decision: '', words: '', tried: '' }
      entry[part as keyof Entry] = text as string
      entries.set(goalId, entry)
    }
    return { personId, heldOn, words, nextOn, entries }
  })

type ReviewGoal = { id: string; words: string; endedOn: Day | null }
type ReviewEntry = { goalId: string; decision: TalkDecision; theirWords: string; tried: string }

/**
 * An entry for each open goal, or a sentence for every one that is missing, naming the goal. A goal that ended while the
 * review was written needs none; what was written about it is kept all the same.
 */
export const entriesOf = (
  entries: ReadonlyMap<string, Entry>,
  goals: readonly ReviewGoal[],
): { ok: true; entries: ReviewEntry[] } | { ok: false; fields: Record<string, string> } => {
  const fields: Record<string, string> = {}
  const all: ReviewEntry[] = []
  for (const goal of goals) {
    const entry = entries.get(goal.id)
    if (goal.endedOn && (!entry || entry.decision === '')) continue
    const decision = talkDecision.safeParse(entry?.decision)
    if (decision.success && entry)
      all.push({ goalId: goal.id, decision: decision.data, theirWords: entry.words, tried: entry.tried })
    else
      fields[decisionFieldOf(goal.id)] = `Choose what you decided together about ‘${shortened(goal.words)}’`
  }
  return Object.keys(fields).length > 0 ? { ok: false, fields } : { ok: true, entries: all }
}
