/**
 * The English Indices of Deprivation, 2019 and 2025 (MHCLG, Open Government Licence v3.0). Rank 1 is the most deprived.
 * A rank is about an area and its place among areas in one edition: never about a child, and never compared between editions.
 */

/** The seven domains, in the order MHCLG gives them, by their exact names. */
export const sevenDomains = {
  income: 'Income Deprivation',
  employment: 'Employment Deprivation',
  education: 'Education, Skills and Training Deprivation',
  health: 'Health Deprivation and Disability',
  crime: 'Crime',
  housing: 'Barriers to Housing and Services',
  environment: 'Living Environment Deprivation',
} as const

/** The overall index, the seven domains, and the index of income deprivation affecting children. */
export const domains = {
  imd: 'Index of Multiple Deprivation',
  ...sevenDomains,
  idaci: 'Income Deprivation Affecting Children Index',
} as const
export type Domain = keyof typeof domains
export const domainKeys = Object.keys(domains) as Domain[]

/** Small areas (LSOA) were redrawn with the 2021 census; many codes exist in both with other borders. */
export const vintages = ['2011', '2021'] as const
export type Vintage = (typeof vintages)[number]

export const editions = {
  '2019': { vintage: '2011', areas: 32_844, words: 'English Indices of Deprivation 2019' },
  '2025': { vintage: '2021', areas: 33_755, words: 'English Indices of Deprivation 2025' },
} as const satisfies Record<string, { vintage: Vintage; areas: number; words: string }>
export type Edition = keyof typeof editions
export const editionKeys = Object.keys(editions) as Edition[]

/** Tenth of all areas, 1 the most deprived. This is how MHCLG's own deciles are made (checked on every row of both files). */
export const decile = (rank: number, areas: number): number => {
  if (!Number.isInteger(rank) || rank < 1 || rank > areas)
    throw new RangeError(`A rank lies between 1 and ${areas}, not ${rank}.`)
  return Math.ceil((10 * rank) / areas)
}

/** Fifth of all areas, from the tenth; 1 the most deprived. */
export const fifth = (tenth: number): number => {
  if (!Number.isInteger(tenth) || tenth < 1 || tenth > 10)
    throw new RangeError(`A tenth lies between 1 and 10, not ${tenth}.`)
  return Math.ceil(tenth / 2)
}

const ordinals = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
]

/** 'most deprived tenth', 'second most deprived tenth' ... 'least deprived tenth'. Said of areas, never of people. */
export const groupInWords = (group: number, of: 5 | 10): string => {
  const part = of === 5 ? 'fifth' : 'tenth'
  if (group === 1) return `most deprived ${part}`
  if (group === of) return `least deprived ${part}`
  if (group <= of / 2) return `${ordinals[group - 1]} most deprived ${part}`
  if (group > of - group + 1) return `${ordinals[of - group]} least deprived ${part}`
  return `middle ${part}`
}
