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
}

/** The measures of the equity page. A measure with a denominator is shown as a percentage with its limits. */
export const measures = {
  people: { words: 'Young people referred to us', numerator: 'people' },
  accepted: {
    words: 'Referrals accepted',
    numerator: 'accepted',
    denominator: 'referrals',
    share: 'of referrals were accepted',
  },
  'moved-up': {
    words: 'Goals that moved up',
    numerator: 'movedUp',
    denominator: 'rated',
    share: 'of goals moved up',
  },
} as const satisfies Record<string, Measure>
export type MeasureKey = keyof typeof measures
export const measureKeys = Object.keys(measures) as MeasureKey[]
export const measureOf = (key: MeasureKey): Measure => measures[key]
