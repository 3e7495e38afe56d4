import type { Ctx } from '@/db/door'
import type { Role } from '@/lib/access/roles'

/** A worker beside a young person, as they meet them: who, since when, how to reach them. */
export type Beside = {
  id: string
  name: string
  jobTitle: string
  role: Role | null
  team: string
  phone: string
  words: string
}

/** The named worker first, then the other one while a hand-over is under way. */
const text = `
  select s.id, s.name, s.job_title as "jobTitle", m.role, coalesce(m.team, '') as team, coalesce(c.phone, '') as phone,
    coalesce(c.words, '') as words
  from episodes e
  left join handovers h on h.episode_id = e.id and h.state = 'active' and h.accepted_at is not null
  cross join lateral (values
    (1, e.named_worker_id),
    (2, case when h.receiving_worker_id = e.named_worker_id then h.sending_worker_id else h.receiving_worker_id end)
  ) as b (place, staff_id)
  join staff s on s.partnership_id = e.partnership_id and s.id = b.staff_id
  left join worker_cards c on c.partnership_id = s.partnership_id and c.staff_id = s.id
  left join lateral (
    select m.role, t.name as team from memberships m
    join teams t on t.partnership_id = m.partnership_id and t.id = m.team_id
    where m.partnership_id = s.partnership_id and m.staff_id = s.id and m.team_id in (e.team_id, h.from_team_id, h.to_team_id)
    order by m.from_day desc limit 1) m on true
  where e.id = $1 order by b.place`

export const besideIn = async (ctx: Ctx, episodeId: string): Promise<Beside[]> =>
  (await ctx.client.query<Beside>({ name: 'my-beside', text, values: [episodeId] })).rows
