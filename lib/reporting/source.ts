import { type Edition, editionKeys, editions } from '@/lib/places/deprivation'

const isReal = (edition: string): edition is Edition => editionKeys.some((key) => key === edition)

/** The name of the edition that tenths and fifths come from. A demonstration has a place of its own. */
export const editionInWords = (edition: string): string =>
  isReal(edition) ? editions[edition].words : 'an invented place, made for the demonstration'

/** What the Open Government Licence asks to be shown wherever figures made from these files are; nothing for an invented place. */
export const attribution = (edition: string): string | undefined =>
  isReal(edition)
    ? 'Contains public sector information licensed under the Open Government Licence v3.0. Contains OS data © Crown copyright and database right 2021. Contains Royal Mail data © Royal Mail copyright and database right 2021. Source: Office for National Statistics; Ministry of Housing, Communities and Local Government; NHS England.'
    : undefined

/** The edition to publish by when none is named: the newest of the real ones, or else what there is. */
export const newestEdition = (loaded: readonly string[]): string | undefined =>
  editionKeys.findLast((key) => loaded.includes(key)) ?? loaded.toSorted().at(-1)
