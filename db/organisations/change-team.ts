import { and, eq } from 'drizzle-orm'
import { act } from '@/db/act'
import type { Ctx } from '@/db/door'
import { teams } from '@/db/schema/organisations'
import { conflict, invalid, refused } from '@/lib/errors'
import { changedTeam, teamKinds, whyNotClosed } from '@/lib/organisations/team'
import { version } from '@/lib/parse'
import { type HeldTeam, heldTeam, nameFree, workingIn } from './team-held'

const input = changedTeam.extend({ version })

/** Name, kind, duty worker, and whether the team is open. It cannot close while anybody is with it or waits for it. */
export const changeTeam = act('changeTeam', input, async (ctx, form) => {
  const held = await heldTeam(ctx, form.teamId)
  if (held.version !== form.version) throw changedMeanwhile(held)
  const closes = form.standing === 'closed'
  if (!closes) await nameFree(ctx, held.organisationId, form.name, held.id)
  if (closes && !held.closedOn) await mayClose(ctx, held.id)
  if (!closes && form.dutyStaffId && !(await workingIn(ctx, held.id)).some((s) => s.id === form.dutyStaffId))
    throw invalid({ dutyStaffId: 'Choose someone who works in this team now.' })
  if (!closes && !form.dutyStaffId && held.dutyStaffId)
    throw invalid({
      dutyStaffId:
        'Choose a duty worker. Without one, nobody would be beside a young person who is accepted.',
    })
  const saved = await ctx.db
    .update(teams)
    .set({
      name: form.name.trim(),
      kind: form.kind,
      dutyStaffId: closes ? null : form.dutyStaffId || null,
      closedOn: closes ? (held.closedOn ?? ctx.today) : null,
      version: held.version + 1,
    })
    .where(
      and(
        eq(teams.partnershipId, ctx.actor.partnershipId),
        eq(teams.id, held.id),
        eq(teams.version, held.version),
      ),
    )
  if (saved.rowCount === 0) throw changedMeanwhile(await heldTeam(ctx, held.id))
  return { teamId: held.id }
})

const mayClose = async (ctx: Ctx, teamId: string) => {
  const { rows } = await ctx.client.query<{ open: number; waiting: number; handovers: number }>(
    'select * from app.held_by_team($1)',
    [teamId],
  )
  const because = whyNotClosed(rows[0]!)
  if (because) throw refused(because)
}

const changedMeanwhile = (held: HeldTeam) =>
  conflict('Someone changed this team while you had it open. Nothing was overwritten. It now says:', {
    name: held.name,
    kind: teamKinds[held.kind],
    dutyStaffId: held.dutyName ?? 'nobody',
    standing: held.closedOn ? 'Closed' : 'Open',
    version: String(held.version),
  })
