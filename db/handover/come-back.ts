import { z } from 'zod'
import { act } from '@/db/act'
import { databaseAnswer } from '@/db/client'
import type { Ctx } from '@/db/door'
import { freezePlace } from '@/db/places/freeze-place'
import { freezeGroups } from '@/db/referrals/freeze-groups'
import { episodes } from '@/db/schema/episodes'
import { tasks } from '@/db/schema/story'
import { invalid, refused } from '@/lib/errors'
import { addWorkingDays, comeBackWorkingDays } from '@/lib/handover/clocks'
import { id, newId } from '@/lib/id'
import { requiredText } from '@/lib/parse'
import { endedByComingBack } from '@/lib/referrals/referral'
import { noteStep } from './note-step'
import { saveHandover } from './save'
import { wayBack } from './way-back'

const input = z.strictObject({
  personId: id,
  /** Empty for whoever knew them there. */
  workerId: z.union([z.literal(''), id]).default(''),
  words: requiredText('Write what they say, or how you heard.'),
})

/**
 * Back to the team that handed over, or where their time ended, without a new referral and without waiting: a new episode
 * that names the earlier one, with a named worker from its first moment. Their goals and each line of ratings go on.
 */
export const comeBack = act('comeBack', input, async (ctx, form) => {
  await holdForComeBack(ctx, form.personId)
  const back = await wayBack(ctx, form.personId)
  if (back.because) throw refused(back.because)
  const workerId = form.workerId || back.workerId
  if (!workerId)
    throw refused(`${back.to.name} has no duty person who can take them back. Choose a named worker.`)
  if (!back.members.some((member) => member.id === workerId))
    throw invalid({ workerId: `Choose someone who works in ${back.to.name} now.` })

  if (back.handover) await noteStep(ctx, back.handover, 'came-back', form.words)
  await ctx.db.insert(tasks).values({
    partnershipId: ctx.actor.partnershipId,
    id: newId(),
    episodeId: back.episode.id,
    personId: form.personId,
    forStaffId: workerId,
    kind: 'came-back',
    words: `${back.identity.knownAs} came back to you. Get in touch within ${comeBackWorkingDays} working days.`,
    dueOn: addWorkingDays(ctx.today, comeBackWorkingDays),
  })
  if (back.episode.open)
    await ctx.client.query(
      `update episodes set status = 'ended', ended_on = $2, ended_how = $3, ended_words = $4, named_worker_id = null, version = version + 1
       where id = $1`,
      [back.episode.id, ctx.today, endedByComingBack, form.words],
    )
  if (back.handover) await saveHandover(ctx, back.handover, { state: 'came-back', endedAt: ctx.now })
  const episodeId = await openAgain(ctx, back, workerId, form).catch((error: unknown) => {
    // Of two at once, the second may have begun before the first one's episode came within its reach.
    if (databaseAnswer(error)?.constraint === 'one_come_back') throw refused('They have already come back.')
    throw error
  })
  ctx.about({ recordId: episodeId })
  const still = await ctx.client.query('select 1 from episodes where id = $1', [episodeId])
  return { personId: form.personId, episodeId, withinReach: still.rowCount === 1 }
})

/** Holds the young person's hand-over and episode, in the order every act of a hand-over does. */
async function holdForComeBack(ctx: Ctx, personId: string) {
  await ctx.client.query(
    `select 1 from handovers where person_id = $1 and state in ('active', 'ended') order by id for no key update`,
    [personId],
  )
  await ctx.client.query(`select 1 from episodes where person_id = $1 order by id for no key update`, [
    personId,
  ])
}

/**
 * The new episode. A receiving worker may bring somebody back into a team that is not theirs: it is made in their own team,
 * with its place and groups frozen, and given to the other in the same transaction, by which they lose sight of it.
 */
async function openAgain(
  ctx: Ctx,
  back: Awaited<ReturnType<typeof wayBack>>,
  workerId: string,
  { personId, words }: { personId: string; words: string },
): Promise<string> {
  const episodeId = newId()
  const ours = ctx.actor.teamIds.includes(back.to.id)
  await ctx.db.insert(episodes).values({
    partnershipId: ctx.actor.partnershipId,
    id: episodeId,
    personId,
    teamId: ours ? back.to.id : back.episode.teamId,
    status: 'open',
    referredOn: ctx.today,
    source: back.episode.source,
    words,
    comeBackOf: back.episode.id,
    decidedAt: ctx.now,
    decidedBy: ctx.actor.staffId,
    acceptedOn: ctx.today,
    namedWorkerId: workerId,
  })
  await freezePlace(ctx, { episodeId, personId, referredOn: ctx.today })
  await freezeGroups(ctx, personId, episodeId)
  if (!ours) await ctx.client.query('update episodes set team_id = $2 where id = $1', [episodeId, back.to.id])
  return episodeId
}
