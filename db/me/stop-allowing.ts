import { z } from 'zod'
import { act } from '@/db/act'
import { endAllowed } from '@/db/family/end'
import { id } from '@/lib/id'
import { ownIdentity } from './own'

/**
 * A young person takes back what a parent or carer sees, also what somebody else decided for them. It holds at once; the worker
 * sees that they did, and talks with them about it.
 */
export const stopAllowing = act(
  'stopAllowing',
  z.strictObject({ allowanceId: id }),
  async (ctx, { allowanceId }) => {
    const { personId } = await ownIdentity(ctx)
    await endAllowed(ctx, personId, allowanceId, '')
    return { allowanceId }
  },
)
