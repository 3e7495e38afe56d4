import { and, eq } from 'drizzle-orm'
import { act } from '@/db/act'
import type { Ctx } from '@/db/door'
import { staff } from '@/db/schema/organisations'
import { conflict, refused } from '@/lib/errors'
import { id } from '@/lib/id'
import { aboutStaff } from '@/lib/organisations/staff'
import { version } from '@/lib/parse'
import { heldStaff, ourOrganisation } from './held'
import { orTaken } from './taken'

const input = aboutStaff.extend({ staffId: id, version })

/** A name, e-mail address, job title or organisation put right. */
export const changeStaff = act('changeStaff', input, async (ctx, { staffId, version, ...about }) => {
  const held = await heldStaff(ctx, staffId)
  if (held.status === 'left') throw refused('They have left. Add them anew when they come back.')
  await ourOrganisation(ctx, about.organisationId)
  const saved = await orTaken(
    ctx.db
      .update(staff)
      .set({ ...about, name: about.name.trim(), jobTitle: about.jobTitle.trim(), version: version + 1 })
      .where(
        and(
          eq(staff.partnershipId, ctx.actor.partnershipId),
          eq(staff.id, staffId),
          eq(staff.version, version),
        ),
      ),
  )
  if (saved.rowCount === 0) throw await changedMeanwhile(ctx, staffId)
  return { staffId }
})

const changedMeanwhile = async (ctx: Ctx, staffId: string) => {
  const { rows } = await ctx.client.query(
    `select s.name, s.email, s.job_title, o.name as organisation, s.version
     from staff s left join organisations o on o.partnership_id = s.partnership_id and o.id = s.organisation_id
     where s.partnership_id = $1 and s.id = $2`,
    [ctx.actor.partnershipId, staffId],
  )
  return conflict('Someone changed this while you had it open. Nothing was overwritten. It now says:', {
    name: rows[0].name,
    email: rows[0].email ?? '',
    jobTitle: rows[0].job_title,
    organisationId: rows[0].organisation ?? 'none',
    version: String(rows[0].version),
  })
}
