import type { Ctx } from '@/db/door'
import { type Domain, domainKeys, type Vintage } from '@/lib/places/deprivation'
import { type PlaceStatus, placeInVintage } from '@/lib/places/postcode'
import { knownPostcodes } from './freeze-place'

export type EditionPlace = {
  edition: string
  vintage: Vintage
  status: PlaceStatus
  /** Null where the place is not known in this edition. */
  area: {
    lsoa: string
    name: string
    authority: string
    authorityName: string
    /** 1 is the most deprived tenth of areas; null where the edition's file has no such index. */
    deciles: Record<Domain, number | null>
  } | null
}

/** What is known of a postcode today: its place in each edition of the indices that is loaded. Not what a referral froze. */
export type PlaceOfPostcode = { editions: EditionPlace[] }

export async function placeOfPostcode(ctx: Pick<Ctx, 'client'>, postcode: string): Promise<PlaceOfPostcode> {
  const known = await knownPostcodes(ctx, [postcode])
  const editions = await ctx.client.query<{ edition: string; vintage: Vintage }>(
    'select edition, vintage from place_editions order by edition',
    [],
  )
  const places = editions.rows.map((one) => ({
    ...one,
    ...placeInVintage(postcode, (pcds) => known.get(pcds), one.vintage),
  }))
  const { rows } = await ctx.client.query(
    `select a.* from place_areas a
    join unnest($1::text[], $2::text[], $3::text[]) as w (edition, vintage, lsoa)
      on a.edition = w.edition and a.vintage = w.vintage and a.lsoa = w.lsoa`,
    [places.map((p) => p.edition), places.map((p) => p.vintage), places.map((p) => p.lsoa)],
  )
  return {
    editions: places.map(({ edition, vintage, status }) => {
      const row = status.startsWith('matched') ? rows.find((one) => one.edition === edition) : undefined
      return {
        edition,
        vintage,
        status: status.startsWith('matched') && !row ? 'no-area' : status,
        area: row
          ? {
              lsoa: row.lsoa,
              name: row.name,
              authority: row.authority,
              authorityName: row.authority_name,
              deciles: Object.fromEntries(domainKeys.map((domain) => [domain, row[domain]])) as Record<
                Domain,
                number | null
              >,
            }
          : null,
      }
    }),
  }
}
