import { z } from 'zod'
import { act } from '@/db/act'
import { tasks } from '@/db/schema/story'
import { decline } from '@/lib/handover/moves'
import { id, newId } from '@/lib/id'
import { requiredText, version } from '@/lib/parse'
import { actingIn, allowed, holdHandover } from './held'
import { noteStep } from './note-step'
import { saveHandover } from './save'

const input = z.strictObject({
  handoverId: id,
  version,
  words: requiredText('Say why, so that they can plan something else.'),
})

/** Says no to an invitation, with the reason. The sending worker stays, and is told; this team no longer sees the record. */
export const declineHandover = act('declineHandover', input, async (ctx, form) => {
  const held = await holdHandover(ctx, form.handoverId, form.version)
  allowed(decline(held.state, actingIn(ctx, held), form.words))
  await noteStep(ctx, held, 'declined', form.words)
  await ctx.db.insert(tasks).values({
    partnershipId: ctx.actor.partnershipId,
    id: newId(),
    episodeId: held.episodeId,
    personId: held.personId,
    forStaffId: held.from.worker.id,
    kind: 'handover-declined',
    words: `${held.to.team} cannot take the hand-over: ${form.words}`,
    dueOn: ctx.today,
  })
  await saveHandover(ctx, held, { state: 'declined', declinedAt: ctx.now, declinedWords: form.words })
  return { handoverId: held.id }
})
