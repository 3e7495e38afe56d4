import { z } from 'zod'
import { act } from '@/db/act'
import { stopSharing } from '@/db/plans/line-shares'
import { id } from '@/lib/id'
import { ownIdentity } from './own'

/** A young person stops showing a line of their plan to somebody, at once. Nobody asks why. */
export const stopSharingMyLine = act(
  'stopSharingMyLine',
  z.strictObject({ shareId: id }),
  async (ctx, { shareId }) => {
    const { personId } = await ownIdentity(ctx)
    return { kind: await stopSharing(ctx, personId, shareId) }
  },
)
