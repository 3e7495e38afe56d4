import { act } from '@/db/act'
import { keepSheet } from '@/db/goals/keep-sheet'
import { ownAnswers } from '@/lib/own-pages/sheet'
import { ownEpisodeHeld } from './own'

/** A young person says how close they feel, on their own pages. The same sheet as with a worker, by nobody but themselves. */
export const rateMyGoals = act('rateMyGoals', ownAnswers, async (ctx, answers) => {
  const { personId, episode } = await ownEpisodeHeld(ctx)
  const kept = await keepSheet(ctx, episode, {
    personId,
    by: { rater: 'young-person', name: '' },
    answers,
  })
  ctx.about({ recordId: kept.sheetId, detail: { ratings: kept.ratings } })
  return { sheetId: kept.sheetId, ratings: kept.ratings }
})
