import { z } from 'zod'
import { act } from '@/db/act'
import { identityOf } from '@/db/people/identity'
import { membersOf } from '@/db/referrals/members'
import { handovers } from '@/db/schema/handover'
import { invalid, refused } from '@/lib/errors'
import { id, newId } from '@/lib/id'
import { noteStep } from './note-step'

const input = z.strictObject({
  personId: id,
  toTeamId: z.uuid({ error: 'Choose the team that may be next.' }),
  returnContactId: z.uuid({ error: 'Choose who takes them back if they change their mind.' }),
})

/**
 * Starts thinking about a hand-over. Nobody outside the team learns of it yet. The one who takes them back if sharing is
 * withdrawn is named from the first moment.
 */
export const startHandover = act('startHandover', input, async (ctx, form) => {
  const { personId, episode } = await identityOf(ctx, form.personId)
  // The episode is held and its version moves on, so that nobody ends it from a page opened before.
  await ctx.client.query('select 1 from episodes where id = $1 for no key update', [episode.id])
  const { rows } = await ctx.client.query(
    `select e.status, e.team_id, e.named_worker_id, t.name as team,
       exists (select from handovers h where h.episode_id = e.id and h.state = 'active') as under_way
     from episodes e join teams t on t.partnership_id = e.partnership_id and t.id = e.team_id where e.id = $1`,
    [episode.id],
  )
  const held = rows[0]
  if (held.status !== 'open')
    throw refused('Only someone whose referral is accepted, and has not ended, can be handed over.')
  const ours = ctx.actor.teamIds.includes(held.team_id)
  if (!ours || (held.named_worker_id !== ctx.actor.staffId && ctx.actor.role !== 'team-lead'))
    throw refused(`Only their named worker or a team lead of ${held.team} can start a hand-over.`)
  if (held.under_way) throw refused('A hand-over is under way already. Open it instead of starting another.')
  const team = await ctx.client.query(
    'select 1 from teams where id = $1 and (closed_on is null or closed_on > $2)',
    [form.toTeamId, ctx.today],
  )
  if (team.rowCount !== 1 || form.toTeamId === held.team_id)
    throw invalid({ toTeamId: 'Choose another team of the partnership.' })
  if (!(await membersOf(ctx, held.team_id)).some((member) => member.id === form.returnContactId))
    throw invalid({ returnContactId: `Choose someone who works in ${held.team} now.` })
  const handoverId = newId()
  await ctx.db.insert(handovers).values({
    partnershipId: ctx.actor.partnershipId,
    id: handoverId,
    episodeId: episode.id,
    personId,
    fromTeamId: held.team_id,
    toTeamId: form.toTeamId,
    sendingWorkerId: held.named_worker_id,
    returnContactId: form.returnContactId,
  })
  await noteStep(ctx, { id: handoverId, episodeId: episode.id, personId }, 'started')
  await ctx.client.query('update episodes set version = version + 1 where id = $1', [episode.id])
  ctx.about({ recordId: handoverId })
  return { personId, handoverId }
})
