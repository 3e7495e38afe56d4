import { rcads } from './rcads'

/**
 * T scores say how far a raw score lies from the mean of young people of the same sex and age: 50 is the mean, 10 a standard
 * deviation. The norms belong to the authors of the scale, so they are imported and not part of the product.
 */
type Norm = { mean: number; sd: number }

export const tScore = (raw: number, { mean, sd }: Norm): number => ((raw - mean) / sd) * 10 + 50

type NormSex = 'male' | 'female'

export type NormRow = { sex: NormSex; age: number; measure: string; scale: string } & Norm

/** How norms are looked up: by whoever reads them out of the database, or out of a file in a test. */
export type Norms = ReadonlyMap<string, Norm>

const keyOf = ({ sex, age, measure, scale }: Omit<NormRow, 'mean' | 'sd'>) =>
  `${sex} ${age} ${measure} ${scale}`

export const normsOf = (rows: readonly NormRow[]): Norms =>
  new Map(rows.map((row) => [keyOf(row), { mean: row.mean, sd: row.sd }]))

type TScore = { ok: true; t: number } | { ok: false; because: string }

/**
 * @param about.sex as recorded, undefined where it is not; norms know male and female only
 * @param about.age completed years on the day of the score
 */
export const tScoreOf = (
  raw: number,
  about: { sex: string | undefined; age: number; measure: string; scale: string },
  norms: Norms,
): TScore => {
  if (norms.size === 0)
    return { ok: false, because: 'No norms have been imported, so only raw scores are shown.' }
  const { sex, ...rest } = about
  if (sex !== 'male' && sex !== 'female')
    return {
      ok: false,
      because: 'The norms need sex registered at birth, male or female, which is not recorded.',
    }
  const norm = norms.get(keyOf({ sex, ...rest }))
  return norm
    ? { ok: true, t: tScore(raw, norm) }
    : { ok: false, because: `There is no norm for this scale at the age of ${about.age}.` }
}

/** The names the national tables use for the scales of RCADS, after the name of the questionnaire. */
const scaleNames: Record<string, string> = {
  Depression: 'depression',
  'Generalized Anxiety': 'generalised-anxiety',
  'Obsessions/Compulsions': 'ocd',
  Panic: 'panic',
  'Separation Anxiety': 'separation-anxiety',
  'Social Phobia': 'social-phobia',
}

/** Which score a name in the file means: "RCADS (…) - Parent version - Panic score". */
const scaleNamed = (name: string): { measure: string; scale: string } | undefined => {
  const found = /^RCADS \([^)]*\) - (Parent version - )?(.+) score$/.exec(name.trim())
  const key = found && scaleNames[found[2]!]
  return key ? { measure: found[1] ? 'rcads-parent' : 'rcads-self', scale: key } : undefined
}

export const normHeadings = ['gender', 'age', 'assessment', 'sample_mean', 'sample_sd'] as const

const decimal = /^\d{1,3}(\.\d{1,6})?$/

/** A line of the file, by heading, or what is wrong with it as the end of a sentence: "Line 12 …". */
export const readNormLine = (
  line: Record<(typeof normHeadings)[number], string>,
): { ok: true; row: NormRow } | { ok: false; because: string } => {
  const gender = line.gender.trim()
  if (gender !== 'M' && gender !== 'F')
    return { ok: false, because: `has the gender "${gender}": it must be M or F` }
  const age = line.age.trim()
  if (!/^\d{1,2}$/.test(age) || Number(age) < 4 || Number(age) > 25)
    return { ok: false, because: `has the age "${age}": it must be whole years from 4 to 25` }
  const named = scaleNamed(line.assessment)
  if (!named)
    return { ok: false, because: `names "${line.assessment.trim()}", which is no scale of RCADS with norms` }
  const [mean, sd] = [line.sample_mean.trim(), line.sample_sd.trim()]
  const most = rcads
    .find(({ key }) => key === named.measure)!
    .scales.find(({ key }) => key === named.scale)!.max
  if (!decimal.test(mean) || Number(mean) > most)
    return { ok: false, because: `has the mean "${mean}": it must be a number from 0 to ${most}` }
  if (!decimal.test(sd) || Number(sd) === 0 || Number(sd) > most)
    return {
      ok: false,
      because: `has the standard deviation "${sd}": it must be a number above 0, at most ${most}`,
    }
  return {
    ok: true,
    row: {
      sex: gender === 'M' ? 'male' : 'female',
      age: Number(age),
      ...named,
      mean: Number(mean),
      sd: Number(sd),
    },
  }
}

/** Twice the same sex, age and scale: the file contradicts itself, whatever it says. */
export const isTwice = (row: NormRow, seen: Set<string>): boolean => {
  const key = keyOf(row)
  if (seen.has(key)) return true
  seen.add(key)
  return false
}
