import { ageOn, type Day, inWords } from '@/lib/day'
import { goalsForReturns } from '@/lib/goals/limits'
import { thresholdOn } from '@/lib/goals/movement'
import { type Rater, raters } from '@/lib/goals/rating'
import type { ScoreGiven } from './change'
import { thresholdOf } from './change'
import { measureOf, scaleOf } from './facts'
import type { NationalRater } from './measure'
import { type Norms, tScoreOf } from './norms'
import {
  type Assessed,
  byRater,
  type Contacts,
  countsNationally,
  type Known,
  type Outcome,
  pairings,
  type RaterResult,
} from './paired-outcomes'

/** A goal of the referral with its numbers; "not today" is not one. */
export type GoalRated = {
  id: string
  words: string
  rank: number
  ratings: readonly { rater: Rater; raterKey: string; name: string; on: Day; value: number }[]
}

type ReferralFor = Contacts & {
  receivedOn: Day
  rejected: boolean
  born: Day
  /** As recorded; undefined where it is not. */
  sex: string | undefined
}

/** One measure as the rule looks at it, in words. */
export type Line = { what: string; who: string; first: string; last: string; outcome: string }

export type ReferralResult = {
  /** Whether the national figures count this referral, as a sentence. */
  base: string
  results: { who: string; words: string }[]
  lines: Line[]
  notes: string[]
}

const outcomeInWords: Record<Outcome, string> = {
  improvement: 'improvement',
  deterioration: 'deterioration',
  'no-change': 'no change',
  'not-paired': 'not paired: no second score from the second contact on',
  unclassified: 'paired, and not classified: no threshold is published',
}

const nationalRaters: Record<NationalRater, string> = {
  Self: 'Young person’s measures',
  Parent: 'Parent’s or carer’s measures',
  Clinician: 'Clinician’s measures',
}

/**
 * NHS England's rule for one referral, closed or so far, from what is recorded. Each rater stands apart; goals too, for each
 * person who rates them. The words are theirs ("improvement"), so the page says whose they are.
 */
export const referralResult = (
  scores: readonly ScoreGiven[],
  goals: readonly GoalRated[],
  referral: ReferralFor,
  norms: Norms,
  today: Day,
): ReferralResult => {
  const age = ageOn(referral.born, referral.receivedOn)
  const counted = countsNationally({ ...referral, ageAtReferral: age })
  const notes: string[] = []
  const known = new Map<string, Known & { what: string; who: string; rater: string | null }>()
  const assessed: Assessed[] = []

  for (const one of scores) {
    const [measure, scale] = [measureOf(one.measure), scaleOf(one.measure, one.scale)]
    if (!measure || !scale || measure.experience) continue
    let { score } = one
    if (scale.tScore) {
      // Of the age at the referral: that is how the national figures are made.
      const found = tScoreOf(score, { sex: referral.sex, age, measure: one.measure, scale: one.scale }, norms)
      if (!found.ok) {
        if (!notes.includes(found.because)) notes.push(found.because)
        continue
      }
      score = found.t
    }
    const key = `${one.measure} ${one.scale}`
    known.set(`${key} ${one.rater} ${one.raterKey}`, {
      better: scale.nationalBetter ?? scale.better,
      points: thresholdOf(scale, today)?.points ?? null,
      what: measure.scales.length === 1 ? measure.name : `${measure.name}: ${scale.name}`,
      who: one.name,
      rater: scale.counts ?? null,
    })
    assessed.push({
      measure: `${key} ${one.rater} ${one.raterKey}`,
      rater: scale.counts ?? '',
      on: one.on,
      score,
    })
    if (scale.nationalBetter && scale.nationalBetter !== scale.better) {
      const quirk = `${measure.name}, ${scale.name}: the national table turns this scale round, so what is better here counts as worse there.`
      if (!notes.includes(quirk)) notes.push(quirk)
    }
  }

  for (const goal of goalsForReturns(goals))
    for (const one of goal.ratings) {
      const who = `${goal.id} ${one.rater} ${one.raterKey}`
      const rater =
        one.rater === 'young-person'
          ? `Goals, rated by ${one.name}`
          : `Goals, rated by ${one.name} (${raters[one.rater].toLowerCase()})`
      known.set(who, {
        better: 'higher',
        points: thresholdOn(today).points,
        what: `Goal: ${goal.words}`,
        who: one.name,
        rater,
      })
      assessed.push({ measure: who, rater, on: one.on, score: one.value })
    }

  const all = pairings(assessed, referral, (measure) => known.get(measure)!)
  const ofRaters = all.filter((one) => one.rater !== '')
  if (ofRaters.length < all.length)
    notes.push(
      'The national table names no rater for some of these scales, so they are listed and are in no rater’s result.',
    )
  return {
    base: counted.counts
      ? `The national figures count this referral: aged ${age} at the referral, closed, with two contacts or more.`
      : `The national figures do not count this referral now: ${counted.because}.`,
    results: byRater(ofRaters).map((result) => ({
      who: nationalRaters[result.rater as NationalRater] ?? result.rater,
      words: resultInWords(result),
    })),
    lines: all.map((one) => ({
      what: known.get(one.measure)!.what,
      who: known.get(one.measure)!.who,
      first: said(one.first),
      last: one.last ? said(one.last) : 'none',
      outcome: outcomeInWords[one.outcome],
    })),
    notes,
  }
}

const said = ({ on, score }: { on: Day; score: number }) => `${Number(score.toFixed(1))} on ${inWords(on)}`

const resultInWords = ({ assessed, paired, outcome }: RaterResult): string =>
  paired === 0
    ? `${assessed} assessed, none of them twice in time.`
    : `${outcomeInWords[outcome].replace(/:.*$/, '').replace(/^./, (letter) => letter.toUpperCase())}, from ${paired} of ${assessed} with two scores in time.`
