import { act } from '@/db/act'
import { identityOf } from '@/db/people/identity'
import { currentViews } from '@/db/schema/measures'
import { invalid } from '@/lib/errors'
import { newId } from '@/lib/id'
import { currentView } from '@/lib/measures/current-view'
import { wrongDay } from './given-on'

/** Keeps one Current View as it was filled in. It is looked at beside others and never compared with them. */
export const recordCurrentView = act('recordCurrentView', currentView, async (ctx, { personId, ...sent }) => {
  const { episode, born } = await identityOf(ctx, personId)
  const wrong = wrongDay('completedOn', sent.completedOn, born, ctx.today)
  if (Object.keys(wrong).length > 0) throw invalid(wrong)
  const viewId = newId()
  await ctx.db.insert(currentViews).values({
    partnershipId: ctx.actor.partnershipId,
    id: viewId,
    episodeId: episode.id,
    personId,
    ...sent,
    byStaffId: ctx.actor.staffId,
  })
  ctx.about({ recordId: viewId })
  return { personId, viewId }
})
