import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { act } from '@/db/act'
import type { Ctx } from '@/db/door'
import { episodes } from '@/db/schema/episodes'
import { handovers } from '@/db/schema/handover'
import { invalid, refused } from '@/lib/errors'
import { namedWorkerAt, type Step } from '@/lib/handover/steps'
import { id } from '@/lib/id'
import { version } from '@/lib/parse'
import { changedMeanwhile, heldByUs } from './held'
import { membersOf } from './members'

const input = z.strictObject({
  episodeId: id,
  version,
  workerId: z.uuid({ error: 'Choose who becomes the named worker.' }),
})

/** Names another worker of the same team. The history has no gap: the database ends one and begins the other at one instant. */
export const allocateWorker = act('allocateWorker', input, async (ctx, form) => {
  const held = await heldByUs(ctx, form.episodeId, form.version)
  if (held.status !== 'open')
    throw refused('Only someone whose referral is accepted, and has not ended, has a named worker.')
  if (!(await membersOf(ctx, held.teamId)).some((m) => m.id === form.workerId))
    throw invalid({ workerId: `Choose someone who works in ${held.teamName} now.` })
  if (held.namedWorker?.id === form.workerId)
    throw invalid({ workerId: `${held.namedWorker.name} is the named worker already.` })
  await keepInHandover(ctx, held.episodeId, form.workerId)
  const saved = await ctx.db
    .update(episodes)
    .set({ namedWorkerId: form.workerId, version: form.version + 1 })
    .where(and(eq(episodes.id, held.episodeId), eq(episodes.version, form.version)))
  if (saved.rowCount === 0) throw await changedMeanwhile(ctx, held.episodeId)
  return { episodeId: held.episodeId, personId: held.personId }
})

/** While a hand-over is under way, the new named worker takes the same place in it: two people stay beside them. */
async function keepInHandover(ctx: Ctx, episodeId: string, workerId: string) {
  const [handover] = await ctx.db
    .select({ id: handovers.id, step: handovers.step, version: handovers.version })
    .from(handovers)
    .where(and(eq(handovers.episodeId, episodeId), eq(handovers.state, 'active')))
  if (!handover) return
  const place =
    namedWorkerAt(handover.step as Step) === 'sending-worker'
      ? { sendingWorkerId: workerId }
      : { receivingWorkerId: workerId }
  await ctx.db
    .update(handovers)
    .set({ ...place, version: handover.version + 1 })
    .where(eq(handovers.id, handover.id))
}
