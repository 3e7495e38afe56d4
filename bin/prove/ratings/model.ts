import type { Rater } from '@/lib/goals/rating'
import type { Answer, Deed } from './deeds'

/** What was acknowledged, in the order in which the audit says it happened. */
export type Done = { deed: Deed; by: string; answer: Extract<Answer, { ok: true }>['value'] }

export type ModelGoal = { id: string; words: string; ended: string | null; replaces: string | null }
export type ModelRating = {
  goalId: string
  sheetId: string
  rater: Rater
  raterName: string
  value: number | null
  words: string
  by: string
  /** How it was put right, by the words of the reason; '' for an undo. */
  corrected: string | null
}

const numberOf = (value: string) => (value === 'not-today' ? null : Number(value))
/** Words of an answer that gives no number are not asked for, and not kept. */
const wordsOf = (value: string, words: string) => (value === 'not-today' ? '' : words)

/**
 * A record as it must stand after everything that was acknowledged, worked out without a database. Whatever could not have
 * been allowed in that order is written down as broken.
 */
export class Model {
  readonly goals = new Map<string, ModelGoal>()
  /** In the order they stand on their line: what corrects another comes in its place. */
  readonly ratings: ModelRating[] = []
  readonly broken: string[] = []

  /** @param idOf the id that a rating of this goal in this save got, to follow corrections of it */
  constructor(
    private readonly ratingOf: (
      id: string,
    ) => { sheetId: string; words: string; goalId: string; value: number | null } | undefined,
  ) {}

  do({ deed, by, answer }: Done): void {
    switch (deed.kind) {
      case 'add': {
        const open = [...this.goals.values()].filter((goal) => goal.ended === null).length
        if (open >= 3 && deed.fourthBecause === '') this.broken.push('a fourth goal without a reason')
        this.goals.set(answer.goalId!, { id: answer.goalId!, words: deed.words, ended: null, replaces: null })
        return
      }
      case 'rate': {
        const before = this.ratings.length
        const [rater, name = ''] = deed.rater.split('=')
        for (const [goalId, { value, words }] of Object.entries(deed.said)) {
          const goal = this.goals.get(goalId)
          if (!goal) this.broken.push('a rating of no goal')
          else if (goal.ended === null)
            this.ratings.push({
              goalId,
              sheetId: answer.sheetId!,
              rater: rater as Rater,
              raterName: name,
              value: numberOf(value),
              words: wordsOf(value, words),
              by,
              corrected: null,
            })
          else if (value !== 'not-today') this.broken.push('a rating of a goal that had ended')
        }
        if (this.ratings.length - before !== answer.ratings)
          this.broken.push('a save of another number of ratings')
        return
      }
      case 'end':
      case 'reword': {
        const goal = this.goals.get(deed.goalId)
        if (!goal || goal.ended !== null) this.broken.push('a goal ended twice')
        else goal.ended = deed.kind === 'end' ? deed.because : 'words-changed'
        if (deed.kind === 'reword')
          this.goals.set(answer.newGoalId!, {
            id: answer.newGoalId!,
            words: deed.newWords,
            ended: null,
            replaces: deed.goalId,
          })
        return
      }
      case 'correct': {
        const known = this.ratingOf(deed.ratingId)
        const at = this.ratings.findIndex(
          (one) =>
            one.sheetId === known?.sheetId &&
            one.goalId === known.goalId &&
            one.words === known.words &&
            one.value === known.value &&
            one.corrected === null,
        )
        const rating = this.ratings[at]
        if (!rating) {
          this.broken.push('a correction of a rating that no longer stood')
          return
        }
        rating.corrected = deed.because
        if (!deed.takeOut)
          this.ratings.splice(at + 1, 0, {
            ...rating,
            value: numberOf(deed.value),
            words: wordsOf(deed.value, deed.words),
            by,
            corrected: null,
          })
        return
      }
      case 'undo': {
        const sheet = this.ratings.filter((one) => one.sheetId === deed.sheetId)
        if (sheet.length === 0 || sheet.some((one) => one.corrected !== null || one.by !== by))
          this.broken.push('an undo of what no longer stood, or of somebody else’s')
        for (const rating of sheet) rating.corrected = ''
      }
    }
  }
}
