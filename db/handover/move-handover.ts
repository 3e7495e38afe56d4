import { z } from 'zod'
import { act } from '@/db/act'
import type { Ctx } from '@/db/door'
import { addMonths } from '@/lib/day'
import { invalid } from '@/lib/errors'
import { nextStep, stepBack } from '@/lib/handover/moves'
import { namedWorkerAt, type Step } from '@/lib/handover/steps'
import { id } from '@/lib/id'
import { optionalText, ticked, version } from '@/lib/parse'
import { actingIn, allowed, type Handover, holdHandover } from './held'
import { receivingHolder, sendingHolder } from './holder'
import { cancelJointMeetings } from './joint-meetings'
import { noteStep } from './note-step'
import { saveHandover } from './save'

const input = z.strictObject({
  handoverId: id,
  version,
  way: z.enum(['next', 'back'], { error: 'Choose the next step or a step back.' }),
  words: optionalText,
  /** They were told how to come back and until when; asked for only where the hand-over ends. */
  toldWayBack: ticked,
})

/** Moves a hand-over one step on or one step back, as lib/handover/steps allows. Who is the named worker follows the step. */
export const moveHandover = act('moveHandover', input, async (ctx, form) => {
  const held = await holdHandover(ctx, form.handoverId, form.version)
  const until = addMonths(ctx.today, ctx.actor.comeBackMonths)
  const ending = held.state.step === 'living-it' && form.way === 'next'
  const state = ending && form.toldWayBack ? { ...held.state, comeBackUntil: until } : held.state
  const by = actingIn(ctx, held)
  const to = allowed(form.way === 'next' ? nextStep(state, by) : stepBack(state, by))
  if (to === 'ended' && form.words.trim() === '')
    throw invalid({ words: 'Write what was agreed for the time after.' })

  await noteStep(ctx, held, to, form.words)
  const workers = await workersAt(ctx, held, to)
  if (to === 'ended') {
    await ctx.client.query(
      `update episodes set status = 'ended', ended_on = $2, ended_how = 'planned', ended_words = $3, come_back_until = $4,
         named_worker_id = null, version = version + 1 where id = $1`,
      [held.episodeId, ctx.today, form.words, until],
    )
  }
  // An invitation that is taken back closes the record to the other team again.
  if (to === 'thinking') await cancelJointMeetings(ctx, held)
  await saveHandover(ctx, held, {
    step: to,
    stepSince: ctx.now,
    ...workers,
    ...(to === 'thinking' && { invitedAt: null, acceptedAt: null, receivingWorkerId: null }),
    ...(to === 'ended' && { state: 'ended', endedAt: ctx.now, comeBackUntil: until }),
    ...(held.basis.may && to !== 'thinking' && { sharingEntryId: held.basis.entryId }),
  })
  ctx.about({ detail: { from: held.state.step, to } })
  return { personId: held.personId, handoverId: held.id, step: to }
})

/** Puts the episode into the hands that the step asks for; nothing when they hold it already. */
async function workersAt(ctx: Ctx, held: Handover, to: Step) {
  if (to === 'ended' || namedWorkerAt(to) === namedWorkerAt(held.state.step)) return {}
  const forward = namedWorkerAt(to) === 'receiving-worker'
  const holder = forward ? await receivingHolder(ctx, held) : await sendingHolder(ctx, held)
  await ctx.client.query(
    'update episodes set team_id = $2, named_worker_id = $3, version = version + 1 where id = $1',
    [held.episodeId, forward ? held.to.teamId : held.from.teamId, holder],
  )
  return forward ? {} : { sendingWorkerId: holder }
}
