import { addGoal } from '@/db/goals/add-goal'
import { correctRating } from '@/db/goals/correct-rating'
import { endGoal } from '@/db/goals/end-goal'
import { readGoals } from '@/db/goals/reads'
import { recordRatings } from '@/db/goals/record-ratings'
import { undoRatings } from '@/db/goals/undo-ratings'
import { dayOf } from '@/lib/day'
import type { Result } from '@/lib/errors'
import { fieldOf, reasonFieldOf, wordsFieldOf } from '@/lib/goals/sheet'
import { newId } from '@/lib/id'
import type { Worker } from '@/tests/build/partnership'

/** What a worker had on the screen when they began to write: it may be rounds old by the time they save. */
export type View = {
  goals: { id: string; version: number }[]
  /** Ratings that stood, with their save. */
  ratings: { id: string; sheetId: string | null; byId: string; rater: string }[]
}

type Said = { value: string; words: string }
export type Deed =
  | { kind: 'rate'; rater: string; said: Record<string, Said> }
  | { kind: 'correct'; ratingId: string; value: string; words: string; because: string; takeOut: boolean }
  | { kind: 'undo'; sheetId: string }
  | { kind: 'end'; goalId: string; version: number; because: 'reached' | 'stop-for-now' }
  | { kind: 'reword'; goalId: string; version: number; newWords: string }
  | { kind: 'add'; words: string; fourthBecause: string }

/** The answer of any of the acts: whichever ids it has. */
export type Answer = Result<{
  sheetId?: string
  ratings?: number
  goalId?: string
  newGoalId?: string | null
}>

/** Sends a deed as its form would. */
export async function send(worker: Worker, personId: string, deed: Deed, key: string): Promise<Answer> {
  switch (deed.kind) {
    case 'rate': {
      const sheet: Record<string, string> & { personId: string } = { personId, rater: deed.rater }
      for (const [goalId, { value, words }] of Object.entries(deed.said)) {
        sheet[fieldOf(goalId)] = value
        sheet[reasonFieldOf(goalId)] = 'no-time'
        sheet[wordsFieldOf(goalId)] = words
      }
      return recordRatings(worker.token, sheet, key)
    }
    case 'correct': {
      const { ratingId, value, words, because, takeOut } = deed
      const sent = { personId, ratingId, value, words, because, notToday: 'no-time' }
      return correctRating(worker.token, takeOut ? { ...sent, takeOut: 'yes' } : sent, key)
    }
    case 'undo':
      return undoRatings(worker.token, { personId, sheetId: deed.sheetId }, key)
    case 'end': {
      const { goalId, version, because } = deed
      return endGoal(worker.token, { personId, goalId, version, because }, key)
    }
    case 'reword': {
      const { goalId, version, newWords } = deed
      return endGoal(worker.token, { personId, goalId, version, because: 'words-changed', newWords }, key)
    }
    case 'add': {
      const { words, fourthBecause } = deed
      const agreedOn = dayOf(new Date())
      return addGoal(worker.token, { personId, words, whose: 'young-person', agreedOn, fourthBecause }, key)
    }
  }
}

/** What the pages would show now. */
export async function look(worker: Worker, personId: string) {
  const page = await readGoals(worker.token, { personId })
  if (!page.ok) throw new Error(`The goals page did not open: ${page.failure.kind}`)
  return page.value
}

export const viewOf = ({ open }: Awaited<ReturnType<typeof look>>): View => ({
  goals: open.map(({ id, version }) => ({ id, version })),
  ratings: open
    .flatMap((goal) => goal.ratings)
    .filter((rating) => !rating.corrected)
    .map(({ id, sheetId, byId, rater }) => ({ id, sheetId, byId, rater })),
})

/** One deed at random upon what was on the screen; nothing where there is nothing to do it to. */
export function anyDeed(random: () => number, view: View, worker: Worker): Deed | undefined {
  const among = <T>(all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)]
  const words = newId()
  const value = random() < 0.1 ? 'not-today' : String(Math.floor(random() * 11))
  const die = random()
  if (die < 0.4) {
    if (view.goals.length === 0) return
    const raters = ['young-person', 'young-person', 'parent-or-carer=Kerry', 'parent-or-carer=Dan']
    const rater = among(worker.role === 'facilitator' ? raters : [...raters, 'clinician'])!
    const said = view.goals.map(({ id }): [string, Said] => [
      id,
      { value: random() < 0.1 ? 'not-today' : String(Math.floor(random() * 11)), words: newId() },
    ])
    return { kind: 'rate', rater, said: Object.fromEntries(said) }
  }
  if (die < 0.65) {
    const rating = among(view.ratings)
    return (
      rating && {
        kind: 'correct',
        ratingId: rating.id,
        value,
        words,
        because: words,
        takeOut: random() < 0.15,
      }
    )
  }
  if (die < 0.77) {
    const mine = view.ratings.filter((one) => one.sheetId && (one.byId === worker.id || random() < 0.1))
    const rating = among(mine.slice(-12))
    return rating?.sheetId ? { kind: 'undo', sheetId: rating.sheetId } : undefined
  }
  if (die < 0.9) {
    const goal = among(view.goals)
    if (!goal) return
    const about = { goalId: goal.id, version: goal.version }
    return random() < 0.55
      ? { kind: 'reword', ...about, newWords: `Goal ${words}` }
      : { kind: 'end', ...about, because: random() < 0.5 ? 'reached' : 'stop-for-now' }
  }
  return { kind: 'add', words: `Goal ${words}`, fourthBecause: random() < 0.05 ? 'For the summer only' : '' }
}
