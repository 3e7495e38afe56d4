import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { act } from '@/db/act'
import { episodes } from '@/db/schema/episodes'
import { invalid, refused } from '@/lib/errors'
import { id } from '@/lib/id'
import { version } from '@/lib/parse'
import { changedMeanwhile, heldByUs } from './held'
import { membersOf } from './members'

const input = z.strictObject({
  episodeId: id,
  version,
  /** Empty for the team's duty person. */
  workerId: z.union([z.literal(''), id]).default(''),
})

/** Accepts a referral. From this moment someone is always named: who is chosen, or the team's duty person. */
export const acceptReferral = act('acceptReferral', input, async (ctx, form) => {
  const held = await heldByUs(ctx, form.episodeId, form.version)
  if (held.status !== 'waiting') throw refused('This referral has been decided already.')
  const members = await membersOf(ctx, held.teamId)
  const workerId = form.workerId || held.dutyStaffId
  if (!workerId || (!form.workerId && !members.some((m) => m.id === workerId)))
    throw refused(
      `${held.teamName} has no duty person who can hold this. Choose a named worker, or ask an administrator to name a duty person.`,
    )
  if (!members.some((m) => m.id === workerId))
    throw invalid({ workerId: `Choose someone who works in ${held.teamName} now.` })
  const saved = await ctx.db
    .update(episodes)
    .set({
      status: 'open',
      acceptedOn: ctx.today,
      decidedAt: ctx.now,
      decidedBy: ctx.actor.staffId,
      namedWorkerId: workerId,
      version: form.version + 1,
    })
    .where(and(eq(episodes.id, held.episodeId), eq(episodes.version, form.version)))
  if (saved.rowCount === 0) throw await changedMeanwhile(ctx, held.episodeId)
  return { episodeId: held.episodeId, personId: held.personId }
})
