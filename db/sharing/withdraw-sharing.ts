import { z } from 'zod'
import { act } from '@/db/act'
import type { Ctx } from '@/db/door'
import { identityOf } from '@/db/people/identity'
import { membersOf } from '@/db/referrals/members'
import { conflict, notFound } from '@/lib/errors'
import { onSharingWithdrawn } from '@/lib/handover/moves'
import type { Step } from '@/lib/handover/steps'
import { id } from '@/lib/id'
import { requiredText } from '@/lib/parse'

const input = z.strictObject({
  personId: id,
  entryId: id,
  words: requiredText('Write what they said, or why sharing stops.'),
})

/**
 * Ends one thing that is shared, from this moment. What was shared before stays in the log. Every active hand-over that
 * rests on it stops in the same transaction, also one of another team that whoever withdraws cannot see; where the
 * receiving worker leads by then, the sender's return contact is the named worker again, with a task to get in touch.
 */
export const withdrawSharing = act('withdrawSharing', input, async (ctx, { personId, entryId, words }) => {
  await identityOf(ctx, personId)
  // The entry is held first, then the hand-overs, as every step of a hand-over does: the two never pass each other.
  const entry = (
    await ctx.client.query(
      'select withdrawn_at, withdrawn_words from sharing_entries where partnership_id = $1 and person_id = $2 and id = $3 for update',
      [ctx.actor.partnershipId, personId, entryId],
    )
  ).rows[0]
  if (!entry) throw notFound()
  if (entry.withdrawn_at)
    throw conflict('Sharing was withdrawn already. Nothing was overwritten.', {
      words: entry.withdrawn_words ?? '',
    })
  const resting = await ctx.client.query<Resting>('select * from app.resting_handovers($1)', [entryId])
  const stops = []
  for (const handover of resting.rows) stops.push(await stopOf(ctx, handover, words))
  const done = await ctx.client.query('select app.withdraw_sharing($1, $2, $3) as stopped', [
    entryId,
    words,
    JSON.stringify(stops),
  ])
  if (done.rows[0].stopped !== stops.length)
    throw new Error('Something that was held changed while sharing was withdrawn.')
  // Whoever withdrew it may no longer see the record: then the next page is another.
  const still = await ctx.client.query('select 1 from people where partnership_id = $1 and id = $2', [
    ctx.actor.partnershipId,
    personId,
  ])
  ctx.about({
    recordId: entryId,
    detail: {
      handoversStopped: stops.length,
      namedWorkersReturned: stops.filter((stop) => stop.returned).length,
    },
  })
  // What they could not see before, they do not learn now.
  const seen = stops.filter((_, at) => resting.rows[at]?.within_reach)
  return {
    personId,
    handoverStopped: seen.length > 0,
    namedWorkerReturned: seen.some((stop) => stop.returned),
    stillWithinReach: still.rowCount === 1,
  }
})

type Resting = {
  id: string
  step: Step
  from_team_id: string
  sending_worker_id: string
  return_contact_id: string
  duty_staff_id: string | null
  within_reach: boolean
}

/** What becomes of one hand-over. */
async function stopOf(ctx: Ctx, handover: Resting, words: string) {
  const after = onSharingWithdrawn({ step: handover.step, state: 'active' })
  const returned = after.namedWorker === 'return-contact'
  return {
    id: handover.id,
    takes_back: await whoTakesBack(ctx, handover),
    returned,
    step_words: `Sharing was withdrawn. ${words}`,
    task_words: returned
      ? 'Sharing was withdrawn and the hand-over stopped. You are the named worker again: get in touch with them.'
      : 'Sharing was withdrawn and the hand-over stopped. Talk with them about what happens now.',
  }
}

/**
 * The return contact; when they have left the sending team, whoever handed over, or the team's duty person. Sharing stops
 * even where none of them works there any longer: then the return contact's name stands until a lead gives another.
 */
async function whoTakesBack(ctx: Ctx, handover: Resting): Promise<string> {
  const here = new Set((await membersOf(ctx, handover.from_team_id)).map((member) => member.id))
  const wanted = [handover.return_contact_id, handover.sending_worker_id, handover.duty_staff_id]
  return wanted.find((one): one is string => one !== null && here.has(one)) ?? handover.return_contact_id
}
