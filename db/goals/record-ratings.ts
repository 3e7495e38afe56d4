import { act } from '@/db/act'
import { sheet } from '@/lib/goals/sheet'
import { holdOpenEpisode } from './held'
import { keepSheet } from './keep-sheet'

/** Keeps one sheet of "how close do you feel?". A meeting keeps one too, together with its note. */
export const recordRatings = act('recordRatings', sheet, async (ctx, sent) => {
  const kept = await keepSheet(ctx, holdOpenEpisode(ctx, sent.personId), sent)
  ctx.about({ recordId: kept.sheetId, detail: { ratings: kept.ratings } })
  return { personId: sent.personId, ...kept }
})
