import { z } from 'zod'
import { act } from '@/db/act'
import { identityOf } from '@/db/people/identity'
import { id } from '@/lib/id'
import { stopSharing } from './line-shares'

/** Stops showing a line of a plan to somebody. Nobody has to say why. */
export const stopSharingLine = act(
  'stopSharingLine',
  z.strictObject({ personId: id, shareId: id }),
  async (ctx, { personId, shareId }) => {
    await identityOf(ctx, personId)
    return { personId, kind: await stopSharing(ctx, personId, shareId) }
  },
)
