import { act } from '@/db/act'
import { keepSheet } from '@/db/goals/keep-sheet'
import { refused } from '@/lib/errors'
import { ownAnswers } from '@/lib/own-pages/sheet'
import { ownChild } from './home'

/** A parent or carer says how close they think it is: a rater of their own, under their own name, of goals they may see. */
export const rateAsFamily = act('rateAsFamily', ownAnswers, async (ctx, answers) => {
  const { personId } = await ownChild(ctx)
  const { rows } = await ctx.client.query<{ id: string | null }>('select app.my_childs_open_episode() as id')
  const episodeId = rows[0]?.id
  if (!episodeId) throw refused('Nobody is working on these goals just now. You can still read them.')
  const kept = await keepSheet(
    ctx,
    { id: episodeId },
    {
      personId,
      by: { rater: 'parent-or-carer', name: ctx.actor.name },
      answers,
    },
  )
  ctx.about({ recordId: kept.sheetId, detail: { ratings: kept.ratings } })
  return { sheetId: kept.sheetId, ratings: kept.ratings }
})
