import type { Ctx } from '@/db/door'
import type { Day } from '@/lib/day'
import type { Vintage } from '@/lib/places/deprivation'
import {
  type KnownPostcode,
  normalisePostcode,
  type PlaceStatus,
  placeInVintage,
} from '@/lib/places/postcode'

type Speaking = Pick<Ctx, 'db' | 'client' | 'actor'>
type Asked = { episodeId: string; personId: string; referredOn: Day; postcode?: string }

/** Rows in one statement, so that each stays far under the deadline of a query. */
const chunk = 1000

/**
 * Fixes where a young person lived on the referral day, once for each edition of the indices now loaded. The episode must
 * be within reach already. Called again after a corrected address, it puts the new place in the old one's stead.
 */
export const freezePlace = (
  ctx: Speaking,
  episode: { episodeId: string; personId: string; referredOn: Day },
): Promise<void> => freeze(ctx, [episode])

/**
 * The same for many episodes within reach, in a few statements.
 * @param postcodes what a referral itself says of the place, by episode; without it the address history is asked
 */
export async function freezePlaces(
  ctx: Speaking,
  episodeIds: readonly string[],
  postcodes: ReadonlyMap<string, string> = new Map(),
): Promise<void> {
  for (let from = 0; from < episodeIds.length; from += chunk) {
    const { rows } = await ctx.client.query<{ id: string; person_id: string; referred_on: Day }>(
      'select id, person_id, referred_on from episodes where id = any($1::uuid[])',
      [episodeIds.slice(from, from + chunk)],
    )
    await freeze(
      ctx,
      rows.map((row) => ({
        episodeId: row.id,
        personId: row.person_id,
        referredOn: row.referred_on,
        postcode: postcodes.get(row.id),
      })),
    )
  }
}

async function freeze(ctx: Speaking, asked: readonly Asked[]): Promise<void> {
  const editions = await ctx.client.query<{ edition: string; vintage: Vintage }>(
    'select edition, vintage from place_editions order by edition',
  )
  if (editions.rows.length === 0 || asked.length === 0) return
  const written = await postcodesOnTheDay(ctx, asked)
  const known = await knownPostcodes(ctx, [...written.values()])
  const rows = asked.flatMap(({ episodeId, personId }) =>
    editions.rows.map(({ edition, vintage }) => ({
      episodeId,
      personId,
      edition,
      vintage,
      ...placeInVintage(written.get(episodeId) ?? '', (pcds) => known.get(pcds), vintage),
    })),
  )
  for (let from = 0; from < rows.length; from += chunk) await keep(ctx, rows.slice(from, from + chunk))
}

/** The postcode of the address in force on the referral day, as typed, by episode. A corrected address no longer counts. */
async function postcodesOnTheDay(ctx: Speaking, asked: readonly Asked[]): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  const open: Asked[] = []
  for (const one of asked)
    if (one.postcode === undefined) open.push(one)
    else found.set(one.episodeId, one.postcode)
  if (open.length > 0) {
    const { rows } = await ctx.client.query<{ episode_id: string; postcode: string }>(
      `select e.episode_id, a.postcode
      from unnest($1::uuid[], $2::uuid[], $3::date[]) as e (episode_id, person_id, referred_on)
      cross join lateral (
        select x.postcode from addresses x
        where x.person_id = e.person_id and x.corrected_at is null and x.from_day <= e.referred_on
          and (x.to_day is null or x.to_day >= e.referred_on)
        order by x.from_day desc, x.made_at desc, x.id desc limit 1
      ) a`,
      [open.map((o) => o.episodeId), open.map((o) => o.personId), open.map((o) => o.referredOn)],
    )
    for (const row of rows) found.set(row.episode_id, row.postcode)
  }
  return found
}

/** What the loaded postcode file says of these postcodes, by their normal form. */
export async function knownPostcodes(
  { client }: Pick<Ctx, 'client'>,
  texts: readonly string[],
): Promise<Map<string, KnownPostcode>> {
  const wanted = new Set<string>()
  for (const text of texts) {
    const postcode = normalisePostcode(text)
    if (postcode.kind === 'postcode') wanted.add(postcode.pcds)
  }
  if (wanted.size === 0) return new Map()
  const { rows } = await client.query<{
    pcds: string
    terminated: number | null
    country: string | null
    authority: string | null
    lsoa11: string | null
    lsoa21: string | null
  }>(
    'select pcds, terminated, country, authority, lsoa11, lsoa21 from place_postcodes where pcds = any($1::text[])',
    [[...wanted]],
  )
  return new Map(
    rows.map((row) => [
      row.pcds,
      {
        pcds: row.pcds,
        terminated: row.terminated === null ? null : String(row.terminated),
        country: row.country,
        authority: row.authority,
        lsoa2011: row.lsoa11,
        lsoa2021: row.lsoa21,
      },
    ]),
  )
}

type Found = {
  episodeId: string
  personId: string
  edition: string
  vintage: Vintage
  status: PlaceStatus
  lsoa: string | null
  authority: string | null
}

const ranks = [
  'imd',
  'income',
  'employment',
  'education',
  'health',
  'crime',
  'housing',
  'environment',
  'idaci',
] as const
const frozen = ['vintage', 'status', 'lsoa', 'authority', ...ranks]

/**
 * Deciles are the published ones of the area in that edition. An area the edition does not have is no place of it:
 * its deciles stay empty and are counted as unknown.
 */
const keep = (ctx: Speaking, rows: readonly Found[]) =>
  ctx.client.query(
    `insert into episode_places (partnership_id, episode_id, person_id, edition, ${frozen.join(', ')})
    select $1, f.episode_id, f.person_id, f.edition, f.vintage,
      case when f.status like 'matched%' and a.lsoa is null then 'no-area' else f.status end, f.lsoa,
      coalesce(a.authority, f.authority), ${ranks.map((rank) => `a.${rank}`).join(', ')}
    from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
      as f (episode_id, person_id, edition, vintage, status, lsoa, authority)
    left join place_areas a on a.edition = f.edition and a.vintage = f.vintage and a.lsoa = f.lsoa and f.status like 'matched%'
    on conflict (partnership_id, episode_id, edition) do update set ${frozen.map((c) => `${c} = excluded.${c}`).join(', ')}`,
    [
      ctx.actor.partnershipId,
      rows.map((r) => r.episodeId),
      rows.map((r) => r.personId),
      rows.map((r) => r.edition),
      rows.map((r) => r.vintage),
      rows.map((r) => r.status),
      rows.map((r) => r.lsoa),
      rows.map((r) => r.authority),
    ],
  )
