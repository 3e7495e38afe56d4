import type { Ctx } from '@/db/door'
import { identityOf } from '@/db/people/identity'
import { membersOf } from '@/db/referrals/members'
import type { Day } from '@/lib/day'
import { comeBack, isRefused } from '@/lib/handover/moves'
import { mayComeBack } from '@/lib/referrals/ending'
import type { Source } from '@/lib/referrals/referral'
import { type Handover, handoverOf, handoverText } from './held'

/**
 * The way back from where a young person is now: to the team that handed over, or to the team where their time ended. Out of
 * nothing but what is within reach; `because` says why there is none.
 */
export async function wayBack(ctx: Ctx, personId: string) {
  const identity = await identityOf(ctx, personId)
  const episodeId = identity.episode.id
  const handover = await lastHandover(ctx, episodeId)
  const { rows } = await ctx.client.query(
    `select e.status, e.team_id, t.name as team, t.duty_staff_id, e.come_back_until, e.source, p.died_on,
       exists (select from episodes x where x.come_back_of = e.id) as came_back,
       (select w.staff_id from named_workers w where w.episode_id = e.id order by upper(w.during) desc nulls first limit 1) as last_worker
     from episodes e
     join people p on p.partnership_id = e.partnership_id and p.id = e.person_id
     join teams t on t.partnership_id = e.partnership_id and t.id = $2
     where e.id = $1`,
    [episodeId, handover?.from.teamId ?? identity.episode.teamId],
  )
  const episode = rows[0]
  const team = handover?.from.teamId ?? (episode.team_id as string)
  const members = await membersOf(ctx, team)
  const wanted: (string | null | undefined)[] = [
    handover ? handover.from.worker.id : episode.last_worker,
    handover?.returnContact.id,
    episode.duty_staff_id,
  ]
  return {
    identity,
    handover,
    because: whyNot(ctx, handover, episode),
    episode: {
      id: episodeId,
      open: episode.status === 'open',
      teamId: episode.team_id as string,
      source: episode.source as Source,
    },
    /** The team they come back to. */
    to: { id: team, name: episode.team as string },
    until: (handover?.state.comeBackUntil ?? episode.come_back_until) as Day | null,
    members,
    /** Who takes them back unless somebody else is chosen. */
    workerId: wanted.find((one): one is string => members.some((member) => member.id === one)) ?? null,
  }
}

/** The hand-over by which they left the team that held them before; one that was declined or stopped moved nobody. */
async function lastHandover(ctx: Ctx, episodeId: string): Promise<Handover | null> {
  const { rows } = await ctx.client.query({
    name: 'last handover',
    text: `${handoverText} where h.episode_id = $1 and h.state in ('active', 'ended', 'came-back') order by h.made_at desc limit 1`,
    values: [episodeId],
  })
  return rows[0] ? handoverOf(rows[0], ctx.today) : null
}

// biome-ignore format: one reason a line
function whyNot(
  ctx: Ctx,
  handover: Handover | null,
  episode: { status: string; team_id: string; team: string; come_back_until: Day | null; died_on: Day | null; came_back: boolean },
): string | null {
  const sides = handover ? [handover.from, handover.to] : [{ teamId: episode.team_id, team: episode.team }]
  if (!sides.some((side) => ctx.actor.teamIds.includes(side.teamId)))
    return `Only ${sides.map((side) => side.team).join(' or ')} can bring them back.`
  if (episode.died_on) return 'This young person has died.'
  if (handover) {
    const answer = comeBack(handover.state, ctx.today)
    return isRefused(answer) ? answer.refused : null
  }
  if (episode.status === 'open') return `They are with ${episode.team} now.`
  if (episode.status !== 'ended') return 'They have not been with us yet: the referral is where to start.'
  const answer = mayComeBack({ until: episode.come_back_until, died: false, cameBack: episode.came_back }, ctx.today)
  return answer.may ? null : answer.because
}
