import type { ClientBase } from 'pg'
import { movedUp } from '@/lib/goals/movement'
import { type Domain, domainKeys } from '@/lib/places/deprivation'
import type { CoreRow } from '@/lib/reporting/breakdowns'
import { type Counts, noCounts } from '@/lib/reporting/measures'
import type { Period } from '@/lib/reporting/period'

type Asked = { partnershipId: string; period: Period; edition: string }
type Group = { domain: Domain; decile: number | null }

/** Tenths of every domain of the place frozen on a referral, one row for each; empty where the place is not known. */
const tenths = `cross join lateral (values ${domainKeys.map((domain) => `('${domain}', p.${domain})`).join(', ')}) as d (domain, decile)`
const place =
  'left join episode_places p on p.partnership_id = e.partnership_id and p.episode_id = e.id and p.edition = $4'

/**
 * Everything the equity tables are made of, for one period, by tenths of one edition. True counts: they go to
 * `lib/reporting` in the same process and no further.
 * @param points how far a goal must move to have moved up
 */
export async function core(client: ClientBase, asked: Asked, points: number): Promise<CoreRow[]> {
  const rows = new Map<string, CoreRow>()
  const countsOf = ({ domain, decile }: Group): Counts => {
    const key = `${domain} ${decile}`
    const found = rows.get(key) ?? { domain, decile: decile ?? ('unknown' as const), counts: noCounts() }
    rows.set(key, found)
    return found.counts
  }
  for (const row of await referralCounts(client, asked)) {
    const into = countsOf(row)
    into.people += row.people
    into.referrals += row.referrals
    into.accepted += row.accepted
  }
  for (const row of await movementCounts(client, asked)) {
    const into = countsOf(row)
    into.rated += row.goals
    if (movedUp(row.first, row.latest, points)) into.movedUp += row.goals
  }
  return withoutEmptyIndex([...rows.values()])
}

/**
 * Referrals of the period; a person counts once, at the first of theirs in it. Coming back without a new referral is
 * none: nobody was asked to accept it.
 */
async function referralCounts(client: ClientBase, { partnershipId, period, edition }: Asked) {
  const { rows } = await client.query<Group & Pick<Counts, 'people' | 'referrals' | 'accepted'>>(
    `with referred as (
      select e.partnership_id, e.id, e.accepted_on is not null as accepted,
        row_number() over (partition by e.person_id
          order by e.referred_on, e.reference collate "C" nulls last, e.made_at, e.id) = 1 as first_of_person
      from episodes e
      where e.partnership_id = $1 and e.referred_on between $2 and $3 and e.come_back_of is null
    )
    select d.domain, d.decile, count(*) filter (where e.first_of_person)::int as people, count(*)::int as referrals,
      count(*) filter (where e.accepted)::int as accepted
    from referred e ${place} ${tenths}
    group by d.domain, d.decile`,
    [partnershipId, period.from, period.to, edition],
  )
  return rows
}

/**
 * Goals by the young person's own first and latest number, where there are two or more by the last day and the latest falls
 * in the period; whether that is a movement is for `lib/goals` to say. The place is that of the referral in which the
 * goal was agreed.
 */
export async function movementCounts(client: ClientBase, { partnershipId, period, edition }: Asked) {
  const { rows } = await client.query<Group & { first: number; latest: number; goals: number }>(
    `with rated as (
      select r.goal_id,
        (array_agg(r.value order by r.rated_on, r.made_at, r.id))[1] as first,
        (array_agg(r.value order by r.rated_on desc, r.made_at desc, r.id desc))[1] as latest
      from standing_ratings r
      where r.partnership_id = $1 and r.rater = 'young-person' and r.value is not null and r.rated_on <= $3
      group by r.goal_id
      having count(*) > 1 and max(r.rated_on) >= $2
    )
    select d.domain, d.decile, rated.first, rated.latest, count(*)::int as goals
    from rated
    join goals g on g.partnership_id = $1 and g.id = rated.goal_id
    join episodes e on e.partnership_id = g.partnership_id and e.id = g.episode_id ${place} ${tenths}
    group by d.domain, d.decile, rated.first, rated.latest`,
    [partnershipId, period.from, period.to, edition],
  )
  return rows
}

/** The 2025 file as it is mostly passed on has no children's index: a table without any place in it says nothing. */
const withoutEmptyIndex = (rows: readonly CoreRow[]): CoreRow[] =>
  rows.some((row) => row.domain === 'idaci' && row.decile !== 'unknown')
    ? [...rows]
    : rows.filter((row) => row.domain !== 'idaci')
