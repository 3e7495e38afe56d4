import { z } from 'zod'
import { act } from '@/db/act'
import { stop } from '@/lib/handover/moves'
import { id } from '@/lib/id'
import { requiredText, version } from '@/lib/parse'
import { actingIn, allowed, holdHandover } from './held'
import { cancelJointMeetings } from './joint-meetings'
import { noteStep } from './note-step'
import { saveHandover } from './save'

const input = z.strictObject({ handoverId: id, version, words: requiredText('Say why the hand-over stops.') })

/** Stops a hand-over before the receiving worker leads. The sending worker simply stays; the other team sees no more of it. */
export const stopHandover = act('stopHandover', input, async (ctx, form) => {
  const held = await holdHandover(ctx, form.handoverId, form.version)
  allowed(stop(held.state, actingIn(ctx, held), form.words))
  await noteStep(ctx, held, 'stopped', form.words)
  await cancelJointMeetings(ctx, held)
  await saveHandover(ctx, held, { state: 'stopped', endedAt: ctx.now, becauseWords: form.words })
  return { personId: held.personId, handoverId: held.id }
})
