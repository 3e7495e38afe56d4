import type { Vintage } from './deprivation'

/** A postcode as the Office for National Statistics writes it in `pcds`: capitals, one space before the last three. */
type Pcds = string

type PostcodeText =
  | { kind: 'postcode'; pcds: Pcds }
  /** ZZ99 codes stand for "no fixed address", "abroad" and the like; they are not places. */
  | { kind: 'pseudo'; pcds: Pcds }
  | { kind: 'blank' }
  | { kind: 'nonsense' }

export const normalisePostcode = (text: string): PostcodeText => {
  const letters = text.replace(/\s/g, '').toUpperCase()
  if (letters === '') return { kind: 'blank' }
  if (!/^[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}$/.test(letters)) return { kind: 'nonsense' }
  const pcds = `${letters.slice(0, -3)} ${letters.slice(-3)}`
  return { kind: letters.startsWith('ZZ99') ? 'pseudo' : 'postcode', pcds }
}

/** One postcode as loaded from an ONS file. `terminated` is the month it ended (YYYYMM), blank in the file while live. */
export type KnownPostcode = {
  pcds: Pcds
  terminated: string | null
  /** ONS country code; England is E92000001. Null where the postcode has no grid reference. */
  country: string | null
  /** Local authority, as the file that was loaded names it. */
  authority?: string | null
  lsoa2011: string | null
  /** Null when the file has none, or when the 2011 area was split so that nobody can tell. */
  lsoa2021: string | null
}

/** What became of a postcode. Everything but the first two is "unknown place" in every report, and shown so. */
export const placeStatuses = {
  'matched-live': 'Found',
  'matched-terminated': 'Found, though this postcode is no longer in use',
  'outside-england': 'Not in England',
  'no-area': 'Known, but not tied to a place',
  'needs-newer-file': 'Found, but a newer postcode file is needed to know its small area',
  pseudo: 'Stands for no fixed address or a place abroad',
  'not-found': 'Not found',
  blank: 'No postcode',
} as const
export type PlaceStatus = keyof typeof placeStatuses

export type Place =
  | {
      status: 'matched-live' | 'matched-terminated'
      pcds: Pcds
      lsoa2011: string | null
      lsoa2021: string | null
    }
  | { status: 'outside-england' | 'no-area' | 'pseudo' | 'not-found'; pcds: Pcds | null }
  | { status: 'blank' }

const england = 'E92000001'

/**
 * Which small areas a postcode lies in. A terminated postcode still resolves: people go on giving their old one.
 * @param known the row of the loaded postcode file, undefined when it has none
 */
export const placeOf = (text: string, known: (pcds: Pcds) => KnownPostcode | undefined): Place => {
  const postcode = normalisePostcode(text)
  if (postcode.kind === 'blank') return { status: 'blank' }
  if (postcode.kind === 'nonsense') return { status: 'not-found', pcds: null }
  if (postcode.kind === 'pseudo') return { status: 'pseudo', pcds: postcode.pcds }
  const row = known(postcode.pcds)
  if (!row) return { status: 'not-found', pcds: postcode.pcds }
  if (row.country && row.country !== england) return { status: 'outside-england', pcds: row.pcds }
  if (!row.lsoa2011 && !row.lsoa2021) return { status: 'no-area', pcds: row.pcds }
  return {
    status: row.terminated ? 'matched-terminated' : 'matched-live',
    pcds: row.pcds,
    lsoa2011: row.lsoa2011,
    lsoa2021: row.lsoa2021,
  }
}

/** What became of a postcode in one vintage of small areas, with the codes the file gives it. */
type PlaceInVintage = { status: PlaceStatus; lsoa: string | null; authority: string | null }

/**
 * Where a postcode lies among the small areas of one vintage. A postcode whose area of that vintage nobody can tell from
 * the loaded file is said to need a newer one: another vintage's code is never used in its stead.
 */
export const placeInVintage = (
  text: string,
  known: (pcds: Pcds) => KnownPostcode | undefined,
  vintage: Vintage,
): PlaceInVintage => {
  const place = placeOf(text, known)
  const row = 'pcds' in place && place.pcds ? known(place.pcds) : undefined
  const lsoa = (vintage === '2011' ? row?.lsoa2011 : row?.lsoa2021) ?? null
  const matched = place.status === 'matched-live' || place.status === 'matched-terminated'
  return {
    status: matched && lsoa === null ? 'needs-newer-file' : place.status,
    lsoa,
    authority: row?.authority ?? null,
  }
}

/**
 * The 2021 area of a 2011 area, from the ONS best-fit lookup. Known when it is unchanged (U) or merged (M) into exactly one;
 * a split (S) or complex (X) change leaves several candidates, and guessing one would put a young person in the wrong place.
 */
export const lsoa2021Of = (changes: readonly { change: string; lsoa2021: string }[]): string | null => {
  const [first] = changes
  return first && changes.length === 1 && (first.change === 'U' || first.change === 'M')
    ? first.lsoa2021
    : null
}
