import type { Ctx } from '@/db/door'
import { daysInStep, handoverOf, handoverText } from '@/db/handover/held'
import { daysLate } from '@/lib/handover/clocks'
import { missingFor, missingForInvitation } from '@/lib/handover/moves'
import { stepInWords } from '@/lib/handover/steps'
import { nameOf } from './named'

const handoversText = `${handoverText}
  where h.state = 'active' and (
    h.from_team_id = any ($2::uuid[]) and h.sending_worker_id = $1
    or h.to_team_id = any ($2::uuid[]) and (h.receiving_worker_id = $1 or h.receiving_worker_id is null and h.invited_at is not null))
  order by last_heard, h.step_since, h.id limit 20`

/** The hand-overs one has a part in, the longest silence first, each with what is still to do for its next step. */
export async function todaysHandovers(ctx: Ctx) {
  const { teamIds, staffId } = ctx.actor
  const { rows } = await ctx.client.query({
    name: 'today handovers',
    text: handoversText,
    values: [staffId, teamIds],
  })
  return rows.map((row) => {
    const one = handoverOf(row, ctx.today)
    const { invited, accepted } = one.state
    const asked = invited && !accepted && teamIds.includes(one.to.teamId)
    return {
      id: one.id,
      personId: one.personId,
      name: one.name,
      step: stepInWords(one.state.step),
      days: daysInStep(one, ctx.today),
      invited: asked,
      late: daysLate(one.lastHeard, ctx.today),
      missing: asked
        ? []
        : [...new Set([...missingFor(one.state), ...(invited ? [] : missingForInvitation(one.state))])],
    }
  })
}

const tasksText = `
  select t.id, t.person_id, t.kind, t.words, t.due_on, p.given_name, p.family_name, p.known_as, $2::date - t.due_on as late
  from tasks t join people p on p.partnership_id = t.partnership_id and p.id = t.person_id
  where t.for_staff_id = $1 and t.done_at is null
  order by t.due_on nulls last, t.made_at limit 20`

/** What one was asked to do, the most overdue first. */
export async function todaysTasks(ctx: Ctx) {
  const { rows } = await ctx.client.query({
    name: 'today tasks',
    text: tasksText,
    values: [ctx.actor.staffId, ctx.today],
  })
  return rows.map((row) => ({
    id: row.id as string,
    personId: row.person_id as string,
    name: nameOf(row),
    kind: row.kind as string,
    words: row.words as string,
    dueOn: row.due_on as string | null,
    /** Whole days after the day it was due; negative or null while it is not late. */
    late: row.late as number | null,
  }))
}

/** How many wait for a decision of one's teams. */
export async function waitingForDecision(ctx: Ctx): Promise<number> {
  const { rows } = await ctx.client.query({
    name: 'today waiting',
    text: `select count(*)::int as waiting from episodes e where e.team_id = any ($1::uuid[]) and e.status = 'waiting'`,
    values: [ctx.actor.teamIds],
  })
  return rows[0].waiting
}
