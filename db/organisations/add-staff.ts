import { z } from 'zod'
import { act } from '@/db/act'
import { staff } from '@/db/schema/organisations'
import { newId } from '@/lib/id'
import { membershipFields } from '@/lib/organisations/membership'
import { aboutStaff } from '@/lib/organisations/staff'
import { grantMembership } from './grant-membership'
import { ourOrganisation } from './held'
import { orTaken } from './taken'

const input = aboutStaff.extend({
  ...membershipFields.shape,
  /** Of the temporary password, which never comes this way: whoever calls the act shows it once. */
  passwordHash: z.string().startsWith('$argon2id$'),
})

/** Somebody who works here, with a first role and a temporary password to be handed over in person. */
export const addStaff = act(
  'addStaff',
  input,
  async (ctx, { role, teamId, referralsDesk, passwordHash, ...about }) => {
    await ourOrganisation(ctx, about.organisationId)
    const staffId = newId()
    await orTaken(
      ctx.db.insert(staff).values({
        ...about,
        partnershipId: ctx.actor.partnershipId,
        id: staffId,
        name: about.name.trim(),
        jobTitle: about.jobTitle.trim(),
      }),
    )
    await grantMembership(ctx, { id: staffId, roles: [] }, { role, teamId, referralsDesk })
    await ctx.client.query('select app.reset_sign_in($1, $2)', [staffId, passwordHash])
    ctx.about({ recordId: staffId, detail: { role } })
    return { staffId, name: about.name.trim(), email: about.email }
  },
  { secret: true },
)
