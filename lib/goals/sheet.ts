import { z } from 'zod'
import { type Day, inWords } from '@/lib/day'
import { type NewRating, newRating, type Rater, raterKeys } from '@/lib/goals/rating'
import { id, idForm } from '@/lib/id'

/** The names of the fields of the rating page, made from the goal's id. */
export const fieldOf = (goalId: string) => `goal-${goalId}`
export const reasonFieldOf = (goalId: string) => `${fieldOf(goalId)}-reason`
export const wordsFieldOf = (goalId: string) => `${fieldOf(goalId)}-words`

const field = new RegExp(`^goal-(${idForm})(-reason|-words)?$`)

/** 'young-person', 'clinician', or a parent or carer with the name of which one ('parent-or-carer=Kerry'). */
export const raterOf = (text: string): { rater: Rater; name: string } | null => {
  const [kind, ...name] = text.split('=')
  const rater = raterKeys.find((key) => key === kind)
  if (!rater || (name.length > 0 && rater !== 'parent-or-carer')) return null
  return { rater, name: name.join('=').trim().slice(0, 200) }
}

/** The rating page as it is sent: who is rating, and three fields for each goal. Unknown fields are refused. */
export const sheet = z
  .object({ personId: id, rater: z.string().default('') })
  .catchall(z.string({ error: 'Choose one answer.' }).max(2000, 'Use 2,000 letters or fewer.'))
  .superRefine((sent, ctx) => {
    for (const name of Object.keys(sent))
      if (name !== 'personId' && name !== 'rater' && !field.test(name))
        ctx.addIssue({ code: 'unrecognized_keys', keys: [name], message: 'Unknown field.' })
  })
  .transform(({ personId, rater, ...rest }) => {
    const answers = new Map<string, { value: string; notToday: string; words: string }>()
    for (const [name, text] of Object.entries(rest)) {
      const [, goalId, part] = field.exec(name) ?? []
      if (!goalId) continue
      const answer = answers.get(goalId) ?? { value: '', notToday: '', words: '' }
      answer[part === '-reason' ? 'notToday' : part === '-words' ? 'words' : 'value'] = text as string
      answers.set(goalId, answer)
    }
    return { personId, by: raterOf(rater), answers }
  })
export type Sheet = z.output<typeof sheet>

type SheetGoal = { id: string; words: string; endedOn: Day | null }

/**
 * Each goal on the page asks for an answer: a number, or "not today" with its reason. A sentence for every one that is
 * missing or wrong, naming the goal. A goal that ended meanwhile cannot be rated; "not today" leaves it out.
 */
export const answersOf = (
  sent: Pick<Sheet, 'by' | 'answers'>,
  goals: readonly SheetGoal[],
  today: Day,
):
  | { ok: true; ratings: (NewRating & { goalId: string })[] }
  | { ok: false; fields: Record<string, string> } => {
  const fields: Record<string, string> = sent.by ? {} : { rater: 'Say who is rating.' }
  const ratings: (NewRating & { goalId: string })[] = []
  for (const goal of goals) {
    const answer = sent.answers.get(goal.id)
    if (!answer) continue
    const named = `‘${shortened(goal.words)}’`
    if (goal.endedOn) {
      if (answer.value !== 'not-today')
        fields[fieldOf(goal.id)] =
          `${named} ended on ${inWords(goal.endedOn)} and cannot be rated. Choose ‘Not today’ for it to save the others.`
      continue
    }
    if (answer.value === '') {
      fields[fieldOf(goal.id)] = `Choose a number or ‘Not today’ for ${named}`
      continue
    }
    const parsed = newRating.safeParse({
      // Without a rater nothing is kept, but every other answer is looked at, so that all sentences come at once.
      rater: sent.by?.rater ?? 'young-person',
      on: today,
      value: answer.value,
      // The reason of an answer given up again stays in the form, and is not part of a number.
      notToday: answer.value === 'not-today' ? answer.notToday : '',
      words: answer.value === 'not-today' ? '' : answer.words,
    })
    if (parsed.success) ratings.push({ ...parsed.data, goalId: goal.id })
    else
      for (const issue of parsed.error.issues)
        if (issue.path[0] === 'notToday') fields[reasonFieldOf(goal.id)] = `Choose why not today for ${named}`
        else fields[fieldOf(goal.id)] = `${issue.message} Choose one, or ‘Not today’, for ${named}`
  }
  return Object.keys(fields).length > 0 ? { ok: false, fields } : { ok: true, ratings }
}

/** Enough of the words to know which goal is meant, in one line. */
export const shortened = (words: string, most = 70): string => {
  const line = words.trim().replace(/\s+/g, ' ')
  const letters = [...line]
  return letters.length <= most ? line : `${letters.slice(0, most).join('').trimEnd()}…`
}
