import { z } from 'zod'
import { day } from '@/lib/day'
import { type Rater, raters } from '@/lib/goals/rating'
import { raterOf } from '@/lib/goals/sheet'
import { id } from '@/lib/id'
import { measureOf } from './facts'
import type { Measure, Scale } from './measure'

/** The name of a score's field in the form. */
export const scoreField = (scale: string) => `score-${scale}`

const form = { 0: /^-?\d{1,3}$/, 1: /^-?\d{1,3}(\.\d)?$/, 2: /^-?\d{1,3}(\.\d{1,2})?$/ } as const
const kind = {
  0: 'a whole number',
  1: 'a number with at most one digit after the point',
  2: 'a number with at most two digits after the point',
}

type ScoreAnswer = { ok: true; score: number } | { ok: false; because: string }

/** Text becomes a score of this scale, or a sentence saying what it may be. */
export const parseScore = (text: string, { name, min, max, decimals }: Scale): ScoreAnswer => {
  const typed = text.trim()
  const score = Number(typed)
  return form[decimals].test(typed) && score >= min && score <= max
    ? { ok: true, score }
    : { ok: false, because: `${name} is ${kind[decimals]} from ${min} to ${max}.` }
}

/** One measure, filled in by one person on one day: the form as it is sent. */
export const sitting = z
  .object({
    personId: id,
    measure: z
      .string({ error: 'Choose a measure.' })
      .refine((key) => measureOf(key) !== undefined, { error: 'Choose a measure from the list.' }),
    rater: z.string({ error: 'Say who filled it in.' }).max(300, 'Say who filled it in.').default(''),
    scoredOn: day,
  })
  .catchall(z.string({ error: 'Enter one score.' }).max(20, 'This is too long for a score.'))
  .superRefine(({ measure, personId: _, rater: __, scoredOn: ___, ...rest }, ctx) => {
    const known = new Set(measureOf(measure)?.scales.map(({ key }) => scoreField(key)))
    for (const name of Object.keys(rest))
      if (!known.has(name))
        ctx.addIssue({ code: 'unrecognized_keys', keys: [name], message: 'Unknown field.' })
  })

export type Scores = { scale: string; score: number }[]

/** Every score that was typed, or a sentence for each that cannot be one. Boxes may stay empty, but not all of them. */
export const scoresOf = (
  measure: Measure,
  sent: Record<string, unknown>,
): { ok: true; scores: Scores } | { ok: false; fields: Record<string, string> } => {
  const fields: Record<string, string> = {}
  const scores: Scores = []
  for (const scale of measure.scales) {
    const typed = sent[scoreField(scale.key)]
    if (typeof typed !== 'string' || typed.trim() === '') continue
    const answer = parseScore(typed, scale)
    if (answer.ok) scores.push({ scale: scale.key, score: answer.score })
    else fields[scoreField(scale.key)] = answer.because
  }
  if (Object.keys(fields).length > 0) return { ok: false, fields }
  return scores.length > 0
    ? { ok: true, scores }
    : { ok: false, fields: { [scoreField(measure.scales[0].key)]: 'Enter at least one score.' } }
}

/** Who filled it in, when this measure has a version for them. */
export const raterFor = (
  measure: Measure,
  text: string,
): { ok: true; rater: Rater; name: string } | { ok: false; because: string } => {
  const said = raterOf(text)
  if (!said) return { ok: false, because: 'Say who filled it in.' }
  if (!measure.raters.includes(said.rater))
    return {
      ok: false,
      because: `${measure.name} is filled in by: ${measure.raters.map((one) => raters[one].toLowerCase()).join(' or ')}.`,
    }
  return { ok: true, ...said }
}
