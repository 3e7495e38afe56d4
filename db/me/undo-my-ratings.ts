import { z } from 'zod'
import { act } from '@/db/act'
import { takeBackSheet } from '@/db/goals/take-back-sheet'
import { id } from '@/lib/id'
import { ownIdentity } from './own'

/** A young person takes back what they said a moment ago. Nobody has to know why. */
export const undoMyRatings = act(
  'undoMyRatings',
  z.strictObject({ sheetId: id }),
  async (ctx, { sheetId }) => {
    const { personId } = await ownIdentity(ctx)
    await takeBackSheet(ctx, personId, sheetId)
    return { sheetId }
  },
)
