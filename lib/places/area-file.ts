import {
  type Domain,
  decile,
  domainKeys,
  type Edition,
  editionKeys,
  editions,
  type Vintage,
} from './deprivation'

/**
 * The official "File 7" of the English Indices of Deprivation (all ranks, scores, deciles and populations), and files made
 * from it with shorter headings. Columns are found by how their headings begin: years and bracketed words change with
 * each edition, and some editions cut long headings short.
 */
const beginnings: Record<Domain, string> = {
  imd: '(index of multiple deprivation( \\(imd\\))?|imd)',
  income: 'income',
  employment: 'employment',
  education: 'education(, skills and training)?',
  health: 'health( deprivation and disability)?',
  crime: 'crime',
  housing: '(barriers to )?housing( and services)?',
  environment: '(living )?environment',
  idaci: '(income deprivation affecting children index( \\(idaci\\))?|idaci)',
}

/** The small areas of the indices that the demonstration's invented place has: as many as its file says. */
export const inventedEdition = 'invented'

export type AreaColumns = {
  vintage: Vintage
  width: number
  lsoa: number
  name: number | undefined
  authority: number
  authorityName: number | undefined
  ranks: Partial<Record<Domain, { rank: number; decile: number }>>
}

/** Where everything stands, or a sentence for each thing that is missing. The idaci columns alone may be missing. */
export const readAreaHeadings = (
  headings: readonly string[],
): { ok: true; columns: AreaColumns } | { ok: false; because: string } => {
  const found = headings.map(plain)
  const at = (form: string): number | undefined => {
    const index = found.findIndex((heading) => new RegExp(`^${form}`).test(heading))
    return index < 0 ? undefined : index
  }
  const vintage = (['2011', '2021'] as const).find(
    (year) => at(`lsoa( code \\(${year}\\)|${year.slice(2)} ?(code|cd))`) !== undefined,
  )
  if (!vintage)
    return no(
      'This is not a file of the English Indices of Deprivation: no column begins with "LSOA code (2011)" or "LSOA code (2021)". Use File 7, "All ranks, scores, deciles and population denominators".',
    )
  const short = vintage.slice(2)
  const lsoa = at(`lsoa( code \\(${vintage}\\)|${short} ?(code|cd))`)!
  const authority = at('(local authority district code|l(ad|tla)\\d\\d ?(code|cd))')
  const ranks: AreaColumns['ranks'] = {}
  const missing: string[] = []
  if (authority === undefined) missing.push('Local Authority District code')
  for (const domain of domainKeys) {
    const rank = at(`${beginnings[domain]} rank`)
    const tenth = at(`${beginnings[domain]} decile`)
    if (rank !== undefined && tenth !== undefined) ranks[domain] = { rank, decile: tenth }
    else if (domain !== 'idaci') missing.push(`${domain} rank and decile`)
  }
  if (missing.length > 0 || authority === undefined)
    return no(`The file lacks columns: ${missing.join('; ')}. Use File 7 of the indices.`)
  return {
    ok: true,
    columns: {
      vintage,
      width: headings.length,
      lsoa,
      name: at(`lsoa( name \\(${vintage}\\)|${short} ?(name|nm))`),
      authority,
      authorityName: at('(local authority district name|l(ad|tla)\\d\\d ?(name|nm))'),
      ranks,
    },
  }
}

const no = (because: string) => ({ ok: false as const, because })

/** Lower case, one space for underscores and runs of spaces, no byte-order mark. */
const plain = (heading: string): string =>
  heading
    .replace(/^\uFEFF/, '')
    .replace(/[\s_]+/g, ' ')
    .trim()
    .toLowerCase()

export type AreaLine = {
  lsoa: string
  name: string
  authority: string
  authorityName: string
  ranks: Partial<Record<Domain, { rank: number; decile: number }>>
}

/** One line becomes an area, or a sentence. Whether its tenths fit its ranks is known only when all areas are counted. */
export const readAreaLine = (
  fields: readonly string[],
  columns: AreaColumns,
): { ok: true; value: AreaLine } | { ok: false; because: string } => {
  if (fields.length !== columns.width)
    return no(`has ${fields.length} columns where the heading has ${columns.width}`)
  const text = (index: number | undefined) => (index === undefined ? '' : fields[index]!.trim())
  const lsoa = text(columns.lsoa)
  if (!/^E01\d{6}$/.test(lsoa)) return no(`has "${lsoa}" where an area code such as E01000001 should be`)
  const authority = text(columns.authority)
  if (!/^E\d{8}$/.test(authority))
    return no(`has "${authority}" where an authority code such as E09000001 should be`)
  const ranks: AreaLine['ranks'] = {}
  for (const domain of domainKeys) {
    const at = columns.ranks[domain]
    if (!at) continue
    const rank = whole(text(at.rank))
    const tenth = whole(text(at.decile))
    if (rank === undefined || rank < 1) return no(`has "${text(at.rank)}" where the ${domain} rank should be`)
    if (tenth === undefined || tenth < 1 || tenth > 10)
      return no(`has "${text(at.decile)}" where the ${domain} decile (1 to 10) should be`)
    ranks[domain] = { rank, decile: tenth }
  }
  return {
    ok: true,
    value: { lsoa, name: text(columns.name), authority, authorityName: text(columns.authorityName), ranks },
  }
}

/** A whole number; files exported from a spreadsheet write 3,375. */
const whole = (text: string): number | undefined =>
  /^\d{1,3}(,\d{3})+$|^\d+$/.test(text) ? Number(text.replaceAll(',', '')) : undefined

/**
 * Which edition a file is, from the vintage of its areas and how many there are.
 * @param asked 'invented' for a place that is not real: then any number of areas will do
 */
export const editionOf = (
  vintage: Vintage,
  areas: number,
  asked?: string,
): { ok: true; edition: Edition | typeof inventedEdition } | { ok: false; because: string } => {
  if (asked !== undefined && asked !== inventedEdition && !(asked in editions))
    return no(`There is no edition "${asked}". Use ${editionKeys.join(', ')} or ${inventedEdition}.`)
  if (asked === inventedEdition) return { ok: true, edition: inventedEdition }
  const edition = editionKeys.find((key) => editions[key].vintage === vintage)!
  if (asked !== undefined && asked !== edition)
    return no(
      `This file is drawn on ${vintage} areas and so belongs to the edition of ${edition}, not ${asked}.`,
    )
  if (areas !== editions[edition].areas)
    return no(
      `${editions[edition].words} has ${editions[edition].areas.toLocaleString('en-GB')} areas and this file ${areas.toLocaleString('en-GB')}. It may have been cut off.`,
    )
  return { ok: true, edition }
}

/** A sentence when a published tenth does not fit its rank among so many areas; undefined when all fit. */
export const tenthsFit = (area: AreaLine, areas: number): string | undefined => {
  for (const domain of domainKeys) {
    const at = area.ranks[domain]
    if (!at) continue
    if (at.rank > areas) return `has the ${domain} rank ${at.rank}, and there are only ${areas} areas`
    if (decile(at.rank, areas) !== at.decile)
      return `has the ${domain} decile ${at.decile}, and rank ${at.rank} of ${areas} is in decile ${decile(at.rank, areas)}`
  }
  return undefined
}
