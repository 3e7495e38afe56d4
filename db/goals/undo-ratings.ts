import { z } from 'zod'
import { act } from '@/db/act'
import { identityOf } from '@/db/people/identity'
import { id } from '@/lib/id'
import { takeBackSheet } from './take-back-sheet'

const input = z.strictObject({ personId: id, sheetId: id })

/** Takes back everything of one save, by whoever saved it, within ten minutes. */
export const undoRatings = act('undoRatings', input, async (ctx, { personId, sheetId }) => {
  await identityOf(ctx, personId)
  await takeBackSheet(ctx, personId, sheetId)
  return { personId, sheetId }
})
