import { act } from '@/db/act'
import { identityOf } from '@/db/people/identity'
import { concernAdditions, concerns } from '@/db/schema/concerns'
import { tasks } from '@/db/schema/story'
import { typedConcern } from '@/lib/concerns/concern'
import { invalid } from '@/lib/errors'
import { id, newId } from '@/lib/id'
import { tellingFrom } from './held'

/**
 * Notes a concern about somebody's safety: what it is, what was seen or heard, who was told and what is done now. Where nobody
 * was told yet, whoever writes it has a task due today. Those who must see it have it on their Today until they have read it.
 */
export const noteConcern = act('noteConcern', typedConcern.extend({ personId: id }), async (ctx, form) => {
  if (form.noticedOn > ctx.today)
    throw invalid({ noticedOn: 'This day is in the future. Enter the day it was noticed.' })
  const telling = form.told === 'told' ? tellingFrom(ctx, form) : null
  const { episode } = await identityOf(ctx, form.personId)
  const about = { partnershipId: ctx.actor.partnershipId, episodeId: episode.id, personId: form.personId }
  const concernId = newId()
  const taskId = telling ? null : newId()
  if (taskId)
    await ctx.db.insert(tasks).values({
      ...about,
      id: taskId,
      forStaffId: ctx.actor.staffId,
      kind: 'tell-concern',
      words: 'Tell somebody about the concern about safety, and write down who.',
      dueOn: ctx.today,
    })
  await ctx.db.insert(concerns).values({
    ...about,
    id: concernId,
    noticedOn: form.noticedOn,
    words: form.words,
    seenOrHeard: form.seenOrHeard,
    doneNow: form.doneNow,
    youngPersonKnows: form.youngPersonKnows,
    youngPersonWords: form.youngPersonWords,
    taskId,
    byStaffId: ctx.actor.staffId,
  })
  if (telling)
    await ctx.db.insert(concernAdditions).values({
      ...about,
      ...telling,
      id: newId(),
      concernId,
      number: 1,
      byStaffId: ctx.actor.staffId,
    })
  ctx.about({ recordId: concernId, detail: { told: form.told } })
  return { personId: form.personId, concernId }
})
