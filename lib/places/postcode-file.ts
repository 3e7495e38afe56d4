import { normalisePostcode } from './postcode'

/**
 * A postcode file of the Office for National Statistics (NSPL or ONSPD). The year digits of its column names change with
 * every edition (`lsoa11`, `lsoa21cd`, `ctry25cd`), so columns are found by their stems. The vintage of a small area is told
 * by its column and nothing else: the codes look the same.
 */
const stems = {
  introduced: /^dointr$/,
  terminated: /^doterm$/,
  country: /^ctry(\d\d)?(cd)?$/,
  authority: /^(os)?laua(\d\d)?(cd)?$|^lad\d\d(cd)?$/,
  lsoa11: /^lsoa11(cd)?$/,
  lsoa21: /^lsoa21(cd)?$/,
} as const
type Stem = keyof typeof stems

export type PostcodeColumns = Record<Stem, number> & { width: number; postcode: number }

const needed: readonly Stem[] = ['introduced', 'terminated', 'country']

/** Where everything stands (-1 where the file has no such column), or a sentence. */
export const readPostcodeHeadings = (
  headings: readonly string[],
): { ok: true; columns: PostcodeColumns } | { ok: false; because: string } => {
  const found = headings.map((heading) =>
    heading
      .replace(/^\uFEFF/, '')
      .trim()
      .toLowerCase(),
  )
  const postcode = ['pcds', 'pcd8', 'pcd7', 'pcd2', 'pcd']
    .map((name) => found.indexOf(name))
    .find((index) => index >= 0)
  const at = (stem: Stem) => found.findIndex((heading) => stems[stem].test(heading))
  const missing: string[] = needed.filter((stem) => at(stem) < 0).map((stem) => columnNames[stem])
  if (postcode === undefined) missing.unshift('pcds')
  if (at('lsoa11') < 0 && at('lsoa21') < 0) missing.push('lsoa11 or lsoa21')
  if (missing.length > 0 || postcode === undefined)
    return {
      ok: false,
      because: `This is not a postcode file of the Office for National Statistics: it lacks the column ${missing.join(', ')}. Use the National Statistics Postcode Lookup (NSPL) or the ONS Postcode Directory (ONSPD).`,
    }
  return {
    ok: true,
    columns: {
      width: headings.length,
      postcode,
      introduced: at('introduced'),
      terminated: at('terminated'),
      country: at('country'),
      authority: at('authority'),
      lsoa11: at('lsoa11'),
      lsoa21: at('lsoa21'),
    },
  }
}

const columnNames: Record<Stem, string> = {
  introduced: 'dointr',
  terminated: 'doterm',
  country: 'ctry',
  authority: 'laua',
  lsoa11: 'lsoa11',
  lsoa21: 'lsoa21',
}

/** As stored: '' for what the file leaves empty. */
type PostcodeLine = {
  pcds: string
  introduced: string
  terminated: string
  country: string
  authority: string
  lsoa11: string
  lsoa21: string
}

const month = /^\d{4}(0[1-9]|1[0-2])$/
const code = /^[A-Z0-9]{8,9}$/
const pcdsForm = /^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/

/** One line becomes a postcode, or what is wrong with it. On a hot path: 2.7 million lines in a minute. */
export const readPostcodeLine = (
  fields: readonly string[],
  columns: PostcodeColumns,
): PostcodeLine | string => {
  if (fields.length !== columns.width)
    return `has ${fields.length} columns where the heading has ${columns.width}`
  const pcds = pcdsOf(fields[columns.postcode]!)
  if (!pcds) return `has "${fields[columns.postcode]}" where a postcode should be`
  const introduced = fields[columns.introduced]!
  const terminated = fields[columns.terminated]!
  if (introduced !== '' && !month.test(introduced))
    return `has "${introduced}" where the month of introduction (YYYYMM) should be`
  if (terminated !== '' && !month.test(terminated))
    return `has "${terminated}" where the month of termination (YYYYMM) should be`
  const country = fields[columns.country]!
  if (country !== '' && !code.test(country)) return `has "${country}" where a country code should be`
  const authority = columns.authority < 0 ? '' : fields[columns.authority]!
  if (authority !== '' && !code.test(authority)) return `has "${authority}" where an authority code should be`
  const lsoa11 = columns.lsoa11 < 0 ? '' : areaOf(fields[columns.lsoa11]!)
  const lsoa21 = columns.lsoa21 < 0 ? '' : areaOf(fields[columns.lsoa21]!)
  if (lsoa11 === undefined || lsoa21 === undefined)
    return `has "${fields[lsoa11 === undefined ? columns.lsoa11 : columns.lsoa21]}" where an area code should be`
  return { pcds, introduced, terminated, country, authority, lsoa11, lsoa21 }
}

/** GIR 0AA (once Girobank's own) is real and follows no pattern. */
const pcdsOf = (text: string): string | undefined => {
  if (pcdsForm.test(text)) return text
  const postcode = normalisePostcode(text)
  if (postcode.kind === 'postcode' || postcode.kind === 'pseudo') return postcode.pcds
  return text.replace(/\s/g, '').toUpperCase() === 'GIR0AA' ? 'GIR 0AA' : undefined
}

/** Codes such as E99999999 say "no area here" (Channel Islands, Isle of Man, not yet known): no area is kept. */
const areaOf = (text: string): string | undefined => {
  if (text === '' || text.endsWith('99999999')) return ''
  return code.test(text) ? text : undefined
}

/** Which columns of the ONS lookup from 2011 to 2021 areas hold what, or undefined when this is not one. */
export const readChangeHeadings = (
  headings: readonly string[],
): { width: number; lsoa11: number; lsoa21: number; change: number } | undefined => {
  const found = headings.map((heading) =>
    heading
      .replace(/^\uFEFF/, '')
      .replace(/[\s_]/g, '')
      .toLowerCase(),
  )
  const at = (form: RegExp) => found.findIndex((heading) => form.test(heading))
  const columns = {
    width: headings.length,
    lsoa11: at(/^lsoa11(cd|code)$/),
    lsoa21: at(/^lsoa21(cd|code)$/),
    change: at(/^(chgind|changecode|chngind)$/),
  }
  return Object.values(columns).some((index) => index < 0) ? undefined : columns
}
