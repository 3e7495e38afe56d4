import { act } from '@/db/act'
import { organisations } from '@/db/schema/organisations'
import { invalid } from '@/lib/errors'
import { newId } from '@/lib/id'
import { newOrganisation } from '@/lib/organisations/organisation'

/** An organisation joins the partnership. Its ODS code is kept in capitals. */
export const addOrganisation = act('addOrganisation', newOrganisation, async (ctx, form) => {
  const { rows } = await ctx.client.query(
    'select 1 from organisations where partnership_id = $1 and lower(btrim(name)) = lower(btrim($2))',
    [ctx.actor.partnershipId, form.name],
  )
  if (rows.length > 0) throw invalid({ name: 'There is an organisation of this name already.' })
  const organisationId = newId()
  await ctx.db
    .insert(organisations)
    .values({ ...form, partnershipId: ctx.actor.partnershipId, id: organisationId, name: form.name.trim() })
  ctx.about({ recordId: organisationId })
  return { organisationId }
})
