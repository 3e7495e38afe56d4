import { dayOf } from '@/lib/day'
import { goalInWords, linesByRater } from '@/lib/goals/lines'
import { thresholdOn } from '@/lib/goals/movement'
import { sql } from '@/tests/build/sql'
import type { look } from './deeds'
import type { Model } from './model'

/** How many rows are lost (acknowledged, not in the table) and how many nobody was told of or stand twice. */
export type Difference = { lost: number; doubled: number }

const differenceOf = (wanted: readonly string[], found: readonly string[]): Difference => {
  const left = new Map<string, number>()
  for (const one of found) left.set(one, (left.get(one) ?? 0) + 1)
  let lost = 0
  for (const one of wanted) {
    const count = left.get(one) ?? 0
    if (count === 0) lost += 1
    else left.set(one, count - 1)
  }
  return { lost, doubled: [...left.values()].reduce((sum, count) => sum + count, 0) }
}

/** The tables of one record beside what the model says they must hold. */
export async function compare(personId: string, model: Model): Promise<Record<string, Difference>> {
  const goals = await sql<{ said: string }>(
    `select concat_ws('|', id, words, coalesce(ended_because, '-'), coalesce(replaces::text, '-'), case when ended_on is null then 1 else 2 end, version) as said
     from goals where person_id = $1`,
    [personId],
  )
  const ratings = await sql<{ said: string }>(
    `select concat_ws('|', r.goal_id, r.sheet_id, r.rater, r.rater_name, coalesce(r.value::text, '-'), r.words, r.by_staff_id,
       case when c.record_id is null then 'stands' else 'put right: ' || c.because || c.undo end) as said
     from ratings r left join corrections c on c.record_id = r.id where r.person_id = $1`,
    [personId],
  )
  return {
    goals: differenceOf(
      [...model.goals.values()].map(({ id, words, ended, replaces }) =>
        [id, words, ended ?? '-', replaces ?? '-', ended === null ? 1 : 2, ended === null ? 1 : 2].join('|'),
      ),
      goals.map((row) => row.said),
    ),
    ratings: differenceOf(
      model.ratings.map(({ goalId, sheetId, rater, raterName, value, words, by, corrected }) =>
        [
          goalId,
          sheetId,
          rater,
          raterName,
          value ?? '-',
          words,
          by,
          corrected === null ? 'stands' : `put right: ${corrected}${corrected === ''}`,
        ].join('|'),
      ),
      ratings.map((row) => row.said),
    ),
  }
}

/** How many goals the page says something else of than the model's ratings give. */
export function saidOtherwise(page: Awaited<ReturnType<typeof look>>, model: Model): number {
  const today = dayOf(new Date())
  const knownAs = page.identity.knownAs
  return [...page.open, ...page.ended].filter((goal) => {
    const given = model.ratings
      .filter((one) => one.goalId === goal.id && one.corrected === null)
      .map((one) => ({
        rater: one.rater,
        on: today,
        value: one.value,
        notToday: null,
        raterKey: one.rater === 'clinician' ? one.by : one.raterName,
        name: one.rater === 'young-person' ? knownAs : one.raterName,
        words: one.words,
      }))
    const lines = linesByRater(given, thresholdOn(today).points)
    const points = (all: typeof lines) =>
      JSON.stringify(all.map((line) => [line.key, line.points.map((point) => point.value)]).sort())
    return goal.sentence !== goalInWords(lines, knownAs) || points(goal.lines) !== points(lines)
  }).length
}
