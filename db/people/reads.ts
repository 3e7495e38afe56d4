import type { Ctx } from '@/db/door'
import { type Identity, identityOf } from '@/db/people/identity'
import { knownPostcodes } from '@/db/places/freeze-place'
import { read } from '@/db/read'
import type { Day } from '@/lib/day'
import { notFound } from '@/lib/errors'
import { isId } from '@/lib/id'
import type { NoNhsNumberReason } from '@/lib/people/identity'
import type { Relationship } from '@/lib/people/relationships'
import type { Edition, Vintage } from '@/lib/places/deprivation'
import { type PlaceStatus, placeInVintage } from '@/lib/places/postcode'
import type { Basis, Purpose, Wish } from '@/lib/sharing/sharing'

type PersonDetails = {
  given: string
  family: string
  knownAs: string
  pronouns: string
  born: Day
  nhsNumber: string | null
  nhsNumberAbsent: NoNhsNumberReason | null
  phone: string
  email: string
  safeContact: string
  communicationNeeds: string
  language: string
  school: string
  gpPractice: string
  gpOdsCode: string | null
  version: number
}

export type Known = {
  id: string
  name: string
  relation: Relationship
  phone: string
  parentalResponsibility: 'yes' | 'no' | 'not-asked'
  livesWith: 'yes' | 'no' | 'not-asked'
  contact: string
  endedOn: Day | null
  version: number
}

export type AddressPlace = {
  edition: Edition
  vintage: Vintage
  status: PlaceStatus
  lsoa: string | null
  /** The area's published name; null where the edition has no such area. */
  name: string | null
}

export type Address = {
  id: string
  lines: string
  postcode: string
  pcds: string | null
  from: Day
  to: Day | null
  /** The wrong one that this puts right. */
  corrects: string | null
  corrected: boolean
  places: AddressPlace[]
}

export type Sharing = {
  id: string
  recipient: string
  purpose: Purpose
  wish: Wish
  wishWords: string
  basis: Basis | null
  basisWords: string
  decidedBy: string
  from: Day
  to: Day | null
  withdrawnAt: Date | null
  withdrawnWords: string | null
  by: string
  /** An active hand-over rests on it: withdrawing stops the hand-over. */
  handover: boolean
}

export type StandingFact = { value: string; words: string; on: Date; by: string }

const personText = `
  select given_name as given, family_name as family, known_as as "knownAs", pronouns, born, nhs_number as "nhsNumber",
    nhs_number_absent as "nhsNumberAbsent", phone, email, safe_contact as "safeContact", communication_needs as "communicationNeeds",
    language, school, gp_practice as "gpPractice", gp_ods_code as "gpOdsCode", version
  from people where id = $1`

const personOf = async (ctx: Ctx, personId: string): Promise<PersonDetails> => {
  const { rows } = await ctx.client.query<PersonDetails>({
    name: 'person-details',
    text: personText,
    values: [personId],
  })
  if (!rows[0]) throw notFound()
  return rows[0]
}

const knownText = `
  select id, name, relation, phone, parental_responsibility as "parentalResponsibility", lives_with as "livesWith",
    contact_words as contact, ended_on as "endedOn", version
  from relationships where person_id = $1`

const addressText = `
  select id, lines, postcode, pcds, from_day as "from", to_day as "to", corrects, corrected_at is not null as corrected
  from addresses where person_id = $1 order by corrected_at is not null, from_day desc, made_at desc`

const sharingText = `
  select s.id, coalesce(t.name || ', ' || o.name, s.recipient_words) as recipient, s.purpose, s.wish, s.wish_words as "wishWords",
    s.basis, s.basis_words as "basisWords", s.decided_by as "decidedBy", s.from_day as "from", s.to_day as "to",
    s.withdrawn_at as "withdrawnAt", s.withdrawn_words as "withdrawnWords", w.name as by,
    exists (select from handovers h where app.rests_on_entry(h, s)) as handover
  from sharing_entries s
  join staff w on w.partnership_id = s.partnership_id and w.id = s.by_staff_id
  left join teams t on t.partnership_id = s.partnership_id and t.id = s.recipient_team_id
  left join organisations o on o.partnership_id = t.partnership_id and o.id = t.organisation_id
  where s.person_id = $1`

const factsOf = async (ctx: Ctx, personId: string): Promise<Partial<Record<string, StandingFact>>> => {
  const { rows } = await ctx.client.query({
    name: 'equality-standing',
    text: `select distinct on (f.fact) f.fact, f.value, f.words, f.made_at as "on", s.name as by from equality_facts f
      join staff s on s.partnership_id = f.partnership_id and s.id = f.by_staff_id
      where f.person_id = $1 order by f.fact, f.made_at desc, f.id desc`,
    values: [personId],
  })
  return Object.fromEntries(rows.map(({ fact, ...rest }) => [fact, rest]))
}

/** The address history, each with its small area in every edition now loaded. */
const addressesOf = async (ctx: Ctx, personId: string): Promise<Address[]> => {
  const { rows } = await ctx.client.query<Omit<Address, 'places'>>({
    name: 'addresses',
    text: addressText,
    values: [personId],
  })
  const editions = await ctx.client.query<{ edition: Edition; vintage: Vintage }>(
    'select edition, vintage from place_editions order by edition desc',
  )
  if (rows.length === 0 || editions.rows.length === 0) return rows.map((row) => ({ ...row, places: [] }))
  const known = await knownPostcodes(
    ctx,
    rows.map((row) => row.postcode),
  )
  const placed = rows.map((row) => ({
    ...row,
    places: editions.rows.map(({ edition, vintage }) => ({
      edition,
      vintage,
      ...placeInVintage(row.postcode, (pcds) => known.get(pcds), vintage),
    })),
  }))
  const wanted = placed.flatMap((row) => row.places).filter((place) => place.lsoa !== null)
  const names = await ctx.client.query(
    `select edition, lsoa, name from place_areas where (edition, lsoa) in (select * from unnest($1::text[], $2::text[]))`,
    [wanted.map((p) => p.edition), wanted.map((p) => p.lsoa)],
  )
  const nameOf = new Map(names.rows.map((row) => [`${row.edition} ${row.lsoa}`, row.name as string]))
  return placed.map((row) => ({
    ...row,
    places: row.places.map(({ edition, vintage, status, lsoa }) => ({
      edition,
      vintage,
      status,
      lsoa,
      name: nameOf.get(`${edition} ${lsoa}`) ?? null,
    })),
  }))
}

/** Everything known about one young person apart from goals, groupings and the story. */
export const details = read('details', async (ctx, { personId }: { personId: string }) => {
  const identity = await identityOf(ctx, personId)
  const person = await personOf(ctx, personId)
  const known = await ctx.client.query<Known>({
    name: 'relationships',
    text: `${knownText} order by ended_on is not null, made_at`,
    values: [personId],
  })
  const sharing = await ctx.client.query<Sharing>({
    name: 'sharing',
    text: `${sharingText} order by s.withdrawn_at is not null, s.from_day desc, s.made_at desc`,
    values: [personId],
  })
  return {
    actor: ctx.actor,
    identity,
    today: ctx.today,
    person,
    known: known.rows,
    addresses: await addressesOf(ctx, personId),
    facts: await factsOf(ctx, personId),
    sharing: sharing.rows,
  }
})

type Form = { actor: Ctx['actor']; identity: Identity; today: Day }
const formOf = async (ctx: Ctx, personId: string): Promise<Form> => ({
  actor: ctx.actor,
  identity: await identityOf(ctx, personId),
  today: ctx.today,
})

const one = async <T extends object>(ctx: Ctx, text: string, personId: string, id: string): Promise<T> => {
  if (!isId(id)) throw notFound()
  const { rows } = await ctx.client.query<T>(text, [personId, id])
  if (!rows[0]) throw notFound()
  return rows[0]
}

/** For the form that changes the details. */
export const detailsForm = read('detailsForm', async (ctx, { personId }: { personId: string }) => ({
  ...(await formOf(ctx, personId)),
  person: await personOf(ctx, personId),
}))

/** For the form of someone who matters; without an id, of somebody new. */
export const relationshipForm = read(
  'relationshipForm',
  async (ctx, { personId, relationshipId }: { personId: string; relationshipId?: string }) => ({
    ...(await formOf(ctx, personId)),
    known: relationshipId
      ? await one<Known>(ctx, `${knownText} and id = $2`, personId, relationshipId)
      : null,
  }),
)

/** For the form of an address; without an id, of a new one. */
export const addressForm = read(
  'addressForm',
  async (ctx, { personId, addressId }: { personId: string; addressId?: string }) => ({
    ...(await formOf(ctx, personId)),
    address: addressId
      ? await one<Pick<Address, 'id' | 'lines' | 'postcode' | 'from' | 'corrected'>>(
          ctx,
          `select id, lines, postcode, from_day as "from", corrected_at is not null as corrected from addresses where person_id = $1 and id = $2`,
          personId,
          addressId,
        )
      : null,
  }),
)

/** For the form of equality facts: what stands now. */
export const equalityForm = read('equalityForm', async (ctx, { personId }: { personId: string }) => ({
  ...(await formOf(ctx, personId)),
  facts: await factsOf(ctx, personId),
}))

/** For the forms of sharing: the teams there are, or the entry that is withdrawn. */
export const sharingForm = read(
  'sharingForm',
  async (ctx, { personId, entryId }: { personId: string; entryId?: string }) => {
    const form = await formOf(ctx, personId)
    const teams = await ctx.client.query<{ id: string; name: string }>(
      `select t.id, t.name || ', ' || o.name as name from teams t
       join organisations o on o.partnership_id = t.partnership_id and o.id = t.organisation_id
       where t.partnership_id = $1 and t.id <> $2 and t.closed_on is null order by t.name`,
      [ctx.actor.partnershipId, form.identity.episode.teamId],
    )
    return {
      ...form,
      teams: teams.rows,
      entry: entryId ? await one<Sharing>(ctx, `${sharingText} and s.id = $2`, personId, entryId) : null,
    }
  },
)
