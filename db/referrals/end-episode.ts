import { and, eq, gt, isNull } from 'drizzle-orm'
import { act } from '@/db/act'
import { noteStep } from '@/db/handover/note-step'
import { saveHandover } from '@/db/handover/save'
import { episodes } from '@/db/schema/episodes'
import { handovers } from '@/db/schema/handover'
import { people } from '@/db/schema/people'
import { meetings } from '@/db/schema/story'
import { invalid, refused } from '@/lib/errors'
import { id } from '@/lib/id'
import { version } from '@/lib/parse'
import { comeBackUntil, ending, handoverStopsBecause } from '@/lib/referrals/ending'
import { changedMeanwhile, heldByUs } from './held'

const input = ending.extend({ episodeId: id, version })

/**
 * Ends an episode. Their people, goals and ratings stay as they are. Meetings still to come are cancelled, so that
 * nobody is reminded of one: least of all the family of a young person who died. A hand-over under way stops with it when
 * they died or moved away, and is in the way of every other ending.
 */
export const endEpisode = act('endEpisode', input, async (ctx, form) => {
  const held = await heldByUs(ctx, form.episodeId, form.version)
  if (held.status === 'waiting')
    throw refused('This referral is still waiting. Decline it, with the reason, instead of ending it.')
  if (held.status !== 'open') throw refused('This has ended already.')
  const [handover] = await ctx.db
    .select({ id: handovers.id })
    .from(handovers)
    .where(and(eq(handovers.episodeId, held.episodeId), eq(handovers.state, 'active')))
    .for('no key update')
  const stops = handoverStopsBecause(form.how)
  if (handover && !stops)
    throw refused(
      'A hand-over is under way. Finish it or stop it first, so that nobody waits for someone who left.',
    )
  if (form.endedOn > ctx.today)
    throw invalid({ endedOn: 'This day is in the future. Enter the day it ended.' })
  if (held.acceptedOn && form.endedOn < held.acceptedOn)
    throw invalid({ endedOn: 'This day is before the referral was accepted. Check the date.' })
  if (handover && stops) {
    const words = `${stops} ${form.words}`
    await noteStep(ctx, { id: handover.id, ...held }, 'stopped', words)
    await saveHandover(ctx, handover, { state: 'stopped', endedAt: ctx.now, becauseWords: words })
  }
  const saved = await ctx.db
    .update(episodes)
    .set({
      status: 'ended',
      endedOn: form.endedOn,
      endedHow: form.how,
      endedWords: form.words,
      comeBackUntil: comeBackUntil(form.how, form.endedOn, ctx.actor.comeBackMonths),
      namedWorkerId: null,
      version: form.version + 1,
    })
    .where(and(eq(episodes.id, held.episodeId), eq(episodes.version, form.version)))
  if (saved.rowCount === 0) throw await changedMeanwhile(ctx, held.episodeId)
  await ctx.db
    .update(meetings)
    .set({ cancelledAt: ctx.now })
    .where(
      and(
        eq(meetings.episodeId, held.episodeId),
        gt(meetings.startsAt, ctx.now),
        isNull(meetings.cancelledAt),
      ),
    )
  if (form.how === 'died')
    await ctx.db.update(people).set({ diedOn: form.endedOn }).where(eq(people.id, held.personId))
  return { personId: held.personId }
})
