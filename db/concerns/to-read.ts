import type { Ctx } from '@/db/door'
import { fullName } from '@/lib/people/names'

export type ConcernToRead = { concernId: string; personId: string; name: string; madeAt: Date; by: string }

/** Concerns about safety that whoever asks must see and has not read yet, the newest first. For Today. */
export async function concernsToRead(ctx: Ctx): Promise<ConcernToRead[]> {
  const { rows } = await ctx.client.query({
    name: 'concerns-to-read',
    text: `select c.id, c.person_id, p.given_name, p.family_name, p.known_as, last.made_at, s.name as by
      from concern_sightings x
      join concerns c on c.partnership_id = x.partnership_id and c.id = x.concern_id
      join people p on p.partnership_id = c.partnership_id and p.id = c.person_id
      cross join lateral (
        select made_at, by_staff_id from (
          select c.made_at, c.by_staff_id
          union all
          select a.made_at, a.by_staff_id from concern_additions a where a.concern_id = c.id
        ) every where by_staff_id <> $1 order by made_at desc limit 1
      ) last
      join staff s on s.partnership_id = c.partnership_id and s.id = last.by_staff_id
      where x.staff_id = $1 and x.unread order by last.made_at desc limit 20`,
    values: [ctx.actor.staffId],
  })
  return rows.map((row) => ({
    concernId: row.id,
    personId: row.person_id,
    name: fullName({ given: row.given_name, family: row.family_name, knownAs: row.known_as }),
    madeAt: row.made_at,
    by: row.by,
  }))
}
