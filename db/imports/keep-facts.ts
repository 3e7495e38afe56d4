import type { Ctx } from '@/db/door'
import { newId } from '@/lib/id'
import { normalisePostcode } from '@/lib/places/postcode'
import type { ReferralLine } from '@/lib/referrals/file'
import { manyRows } from './many-rows'

/** What a line says of someone, on the day of its referral. */
export type Told = { value: ReferralLine; person: { id: string; known: boolean }; episode: { id: string } }

const inOrder = <T extends Told>(told: readonly T[]): T[] =>
  [...told].sort((a, b) => (a.value.referredOn < b.value.referredOn ? -1 : 1))

const knownIds = (told: readonly Told[]): string[] => [
  ...new Set(told.filter((one) => one.person.known).map((one) => one.person.id)),
]

/**
 * Adds equality facts that differ from the newest answer, and gives the episodes of people known before all the answers that
 * stand: those were not in the file.
 */
export async function keepFacts(ctx: Ctx, told: readonly Told[]): Promise<void> {
  const known = knownIds(told)
  const { rows: before } = await ctx.client.query<{ person_id: string; fact: string; value: string }>(
    `select distinct on (person_id, fact) person_id, fact, value from equality_facts where person_id = any($1::uuid[])
    order by person_id, fact, made_at desc, id desc`,
    [known],
  )
  const newest = new Map(before.map((row) => [`${row.person_id} ${row.fact}`, row.value]))
  const added = new Map<string, { person_id: string; fact: string; value: string }>()
  for (const { value, person } of inOrder(told))
    for (const fact of ['sex', 'ethnicCategory'] as const) {
      const said = value[fact]
      const key = `${person.id} ${fact}`
      if (said === undefined) continue
      if (newest.get(key) === said) added.delete(key)
      else added.set(key, { person_id: person.id, fact, value: said })
    }
  await manyRows(
    ctx,
    `insert into equality_facts (partnership_id, id, person_id, fact, value, by_staff_id)
    select $1, f.id, f.person_id, f.fact, f.value, $3
    from jsonb_to_recordset($2::jsonb) as f (id uuid, person_id uuid, fact text, value text)`,
    [...added.values()].map((fact) => ({ id: newId(), ...fact })),
    { more: [ctx.actor.staffId] },
  )
  await manyRows(
    ctx,
    `update episodes e set groups = f.groups || e.groups
    from jsonb_to_recordset($2::jsonb) as x (id uuid, person_id uuid)
    cross join lateral (
      select jsonb_object_agg(n.fact, n.value) as groups from (
        select distinct on (q.fact) q.fact, q.value from equality_facts q where q.person_id = x.person_id
        order by q.fact, q.made_at desc, q.id desc
      ) n
    ) f
    where e.partnership_id = $1 and e.id = x.id and f.groups is not null`,
    told
      .filter((one) => one.person.known)
      .map(({ episode, person }) => ({ id: episode.id, person_id: person.id })),
    { at: 400 },
  )
}

/**
 * Adds a postcode to the address history from the referral day on, where it differs from the address of that day. What is no
 * postcode is kept as it was typed. One day has one address: a second referral of the same day adds none.
 */
export async function keepAddresses(ctx: Ctx, told: readonly Told[]): Promise<void> {
  const { rows: before } = await ctx.client.query<{ person_id: string; from_day: string; postcode: string }>(
    'select person_id, from_day, postcode from addresses where person_id = any($1::uuid[]) and corrected_at is null',
    [knownIds(told)],
  )
  const history = new Map<string, { from: string; said: string }[]>()
  const of = (person: string) => {
    const found = history.get(person) ?? []
    history.set(person, found)
    return found
  }
  for (const row of before) of(row.person_id).push({ from: row.from_day, said: plain(row.postcode) })
  const added: ReturnType<typeof newAddress>[] = []
  for (const { value, person } of inOrder(told)) {
    const said = plain(value.postcode)
    const addresses = of(person.id)
    if (said === '' || addresses.some((one) => one.from === value.referredOn)) continue
    const [current] = addresses
      .filter((one) => one.from < value.referredOn)
      .sort((a, b) => (a.from < b.from ? 1 : -1))
    if (current?.said === said) continue
    addresses.push({ from: value.referredOn, said })
    added.push(newAddress(person.id, value.postcode, value.referredOn))
  }
  await addAddresses(ctx, added)
}

const plain = (postcode: string) => postcode.replace(/\s/g, '').toUpperCase()

export const newAddress = (personId: string, text: string, from: string, corrects: string | null = null) => {
  const postcode = normalisePostcode(text)
  return {
    id: newId(),
    person_id: personId,
    postcode: text.trim(),
    pcds: 'pcds' in postcode ? postcode.pcds : null,
    from_day: from,
    corrects,
  }
}

export async function addAddresses(ctx: Ctx, added: readonly ReturnType<typeof newAddress>[]): Promise<void> {
  await manyRows(
    ctx,
    `insert into addresses (partnership_id, id, person_id, postcode, pcds, from_day, corrects, by_staff_id)
    select $1, a.id, a.person_id, a.postcode, a.pcds, a.from_day, a.corrects, $3
    from jsonb_to_recordset($2::jsonb) as a (id uuid, person_id uuid, postcode text, pcds text, from_day date, corrects uuid)`,
    added,
    { more: [ctx.actor.staffId] },
  )
  // Each address lasts until the next begins.
  await manyRows(
    ctx,
    `update addresses a set to_day = n.next from (
      select x.id, lead(x.from_day) over (partition by x.person_id order by x.from_day) as next from addresses x
      where x.corrected_at is null
        and x.person_id = any (array(select (p #>> '{}')::uuid from jsonb_array_elements($2::jsonb) p))
    ) n where a.partnership_id = $1 and a.id = n.id and n.next is not null and a.to_day is distinct from n.next`,
    [...new Set(added.map((one) => one.person_id))],
  )
}
