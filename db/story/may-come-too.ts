import type { Ctx } from '@/db/door'
import { ageOn } from '@/lib/day'
import { fullName } from '@/lib/people/names'

type MayComeToo = { personId: string; name: string; age: number; family: boolean }

/** More than this is no group: whoever is not among them has a meeting of their own. */
const most = 40

/**
 * Which other young people may come to the same meeting: those of the same family name in one's own teams, then those one
 * is beside. Name and age, because twins share the rest.
 */
export async function mayComeToo(ctx: Ctx, personId: string): Promise<MayComeToo[]> {
  const { rows } = await ctx.client.query({
    name: 'may come too',
    // Two roads, each along an index: "or" between them would read every episode there is.
    text: `with this as (select lower(x.family_name) as family from people x where x.id = $1), near as (
        select e.id from episodes e where e.named_worker_id = $2 and e.status = 'open'
        union
        select h.episode_id from handovers h where (h.from_team_id = any ($3::uuid[]) or h.to_team_id = any ($3::uuid[]))
          and h.state = 'active' and h.accepted_at is not null and (h.sending_worker_id = $2 or h.receiving_worker_id = $2)
        union
        select e.id from episodes e join people p on p.partnership_id = e.partnership_id and p.id = e.person_id
        where e.team_id = any ($3::uuid[]) and e.status = 'open' and lower(p.family_name) = (select family from this)
      )
      select p.id, p.given_name, p.family_name, p.known_as, p.born, lower(p.family_name) = (select family from this) as family
      from near join episodes e on e.id = near.id and e.status = 'open' and e.person_id <> $1
      join people p on p.partnership_id = e.partnership_id and p.id = e.person_id
      order by 6 desc, lower(coalesce(nullif(p.known_as, ''), p.given_name)), p.id limit ${most}`,
    values: [personId, ctx.actor.staffId, ctx.actor.teamIds],
  })
  return rows.map((row) => ({
    personId: row.id,
    name: fullName({ given: row.given_name, family: row.family_name, knownAs: row.known_as }),
    age: ageOn(row.born, ctx.today),
    family: row.family,
  }))
}
