import { z } from 'zod'
import { act } from '@/db/act'
import { takeBack } from '@/db/goals/take-back'
import { id } from '@/lib/id'
import { ownIdentity } from './own'

/** A young person takes back what they said a moment ago. Nobody has to know why. */
export const undoMyRatings = act(
  'undoMyRatings',
  z.strictObject({ sheetId: id }),
  async (ctx, { sheetId }) => {
    const { personId } = await ownIdentity(ctx)
    await takeBack(ctx, personId, sheetId)
    return { sheetId }
  },
)
