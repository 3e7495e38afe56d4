/** What is counted for each group of young people. Every count is of one period. */
export const counted = {
  /** young people, each once, at the place of their first referral */
  people: 'Young people referred',
  referrals: 'Referrals',
  accepted: 'Referrals accepted',
  /** goals with at least two ratings by the young person */
  rated: 'Goals rated twice or more by the young person',
  /** of those, moved up reliably by the threshold in force */
  movedUp: 'Goals that moved up',
} as const
export type Counted = keyof typeof counted
export const countedKeys = Object.keys(counted) as Counted[]
export type Counts = Record<Counted, number>

export const noCounts = (): Counts => ({ people: 0, referrals: 0, accepted: 0, rated: 0, movedUp: 0 })

export type Measure = {
  words: string
  numerator: Counted
  /** without one the measure is a plain count */
  denominator?: Counted
  /** How the percentage is said: 'X % of ...' */
  share?: string
  /** The same as a thing: 'the share of referrals accepted' */
  shareNoun?: string
  /** What counts, in the middle of a sentence that says the period. `points` is the movement threshold of the release. */
  counts: (period: string, points: string) => string
  /** What a reader may take from it, and what not. Written by people, and looked at anew on `wordsReviewedOn`. */
  means: readonly string[]
  doesNotMean: readonly string[]
}

/** When a person last read the explanations below against what is counted. */
export const wordsReviewedOn = '2026-11-22'

/** The measures of the equity page. A measure with a denominator is shown as a percentage with its limits. */
export const measures = {
  people: {
    words: 'Young people referred to us',
    numerator: 'people',
    counts: (period) =>
      `Young people referred from ${period}, each counted once, at the place of their first referral in that time.`,
    means: [
      'It shows where the young people who reach us live, by how deprived the area is in this respect.',
      'A tenth or fifth holds that part of all areas in England; here there may be many of one and few of another.',
    ],
    doesNotMean: [
      'It is not a rate: how many young people live in each of these areas is not part of it.',
      'It says nothing about any one young person: deprivation is about the area, not about who lives there.',
    ],
  },
  accepted: {
    words: 'Referrals accepted',
    numerator: 'accepted',
    denominator: 'referrals',
    share: 'of referrals were accepted',
    shareNoun: 'the share of referrals accepted',
    counts: (period) =>
      `Referrals from ${period} that were accepted, out of all referrals in that time. Those still waiting for an answer count as not accepted. Coming back without a new referral is not counted.`,
    means: [
      'It shows whether a referral is as likely to be accepted wherever the young person lives.',
      'A lower share is a reason to look at what was referred, by whom, and what was said no to.',
    ],
    doesNotMean: [
      'A referral that was not accepted was not always wrong: another place may have helped better.',
      'It says nothing about any one worker or team.',
    ],
  },
  'moved-up': {
    words: 'Goals that moved up',
    numerator: 'movedUp',
    denominator: 'rated',
    share: 'of goals moved up',
    shareNoun: 'the share of goals that moved up',
    counts: (period, points) =>
      `Goals that moved up by ${points} or more from the first rating to the latest, out of goals the young person rated at least twice, the latest time from ${period}. Only their own ratings count.`,
    means: [
      'It shows whether young people come closer to what they hope for, wherever they live.',
      'A smaller share somewhere is a reason to ask young people there what got in the way.',
    ],
    doesNotMean: [
      'A goal that has not moved is not a failure: some goals take longer, and some hold steady on purpose.',
      'It does not show what made goals move, and it says nothing about any one worker or team.',
    ],
  },
} as const satisfies Record<string, Measure>
export type MeasureKey = keyof typeof measures
export const measureKeys = Object.keys(measures) as MeasureKey[]
export const measureOf = (key: MeasureKey): Measure => measures[key]
