import { act } from '@/db/act'
import { refused } from '@/lib/errors'
import { id } from '@/lib/id'
import { membershipFields } from '@/lib/organisations/membership'
import { grantMembership } from './grant-membership'
import { heldStaff } from './held'

const input = membershipFields.extend({ staffId: id })

/** Another role, or the same one in another team. */
export const addMembership = act('addMembership', input, async (ctx, { staffId, ...wanted }) => {
  const held = await heldStaff(ctx, staffId)
  if (held.status === 'left') throw refused('They have left. Add them anew when they come back.')
  await grantMembership(ctx, held, wanted)
  ctx.about({ detail: { role: wanted.role } })
  return { staffId }
})
