import type { Ctx } from '@/db/door'

export type Beside = { id: string; name: string; team: string }

/**
 * Who may meet a young person in an episode: the workers of the team that holds it, and of the other team while a hand-over
 * is under way. The named worker is first.
 */
export async function workersBeside(ctx: Ctx, episodeId: string): Promise<Beside[]> {
  const { rows } = await ctx.client.query({
    name: 'workers-beside',
    text: `select distinct s.id, s.name, t.name as team, (s.id is not distinct from e.named_worker_id) as named
      from episodes e
      left join handovers h on h.episode_id = e.id and h.state = 'active' and h.accepted_at is not null
      join memberships m on m.partnership_id = e.partnership_id and m.team_id in (e.team_id, h.from_team_id, h.to_team_id)
        and m.from_day <= $2 and (m.to_day is null or m.to_day > $2)
      join teams t on t.partnership_id = m.partnership_id and t.id = m.team_id
      join staff s on s.partnership_id = m.partnership_id and s.id = m.staff_id and s.status = 'active'
      where e.id = $1
      order by named desc, s.name`,
    values: [episodeId, ctx.today],
  })
  return rows.map(({ id, name, team }) => ({ id, name, team }))
}
