import { act } from '@/db/act'
import { teams } from '@/db/schema/organisations'
import { newId } from '@/lib/id'
import { newTeam } from '@/lib/organisations/team'
import { ourOrganisation } from './held'
import { nameFree } from './team-held'

/** A team of one of the organisations. Its duty worker is chosen once somebody works in it. */
export const addTeam = act('addTeam', newTeam, async (ctx, form) => {
  await ourOrganisation(ctx, form.organisationId)
  await nameFree(ctx, form.organisationId, form.name)
  const teamId = newId()
  await ctx.db
    .insert(teams)
    .values({ ...form, partnershipId: ctx.actor.partnershipId, id: teamId, name: form.name.trim() })
  ctx.about({ recordId: teamId })
  return { teamId }
})
