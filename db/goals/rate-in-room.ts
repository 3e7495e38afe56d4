import { act } from '@/db/act'
import { notFound } from '@/lib/errors'
import { ownAnswers } from '@/lib/own-pages/sheet'
import { openEpisodeHeld } from './held'
import { keepSheet } from './keep-sheet'

/** The young person rates on the worker's screen, which is in their hands. It is their rating, kept by the worker's account. */
export const rateInRoom = act('rateInRoom', ownAnswers, async (ctx, answers) => {
  const { personId } = ctx.actor
  if (!personId) throw notFound()
  const { episode } = await openEpisodeHeld(ctx, personId)
  const kept = await keepSheet(ctx, episode, {
    personId,
    by: { rater: 'young-person', name: '' },
    answers,
  })
  ctx.about({ recordId: kept.sheetId, detail: { ratings: kept.ratings } })
  return { ratings: kept.ratings }
})
