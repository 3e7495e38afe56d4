import { z } from 'zod'
import { act } from '@/db/act'
import type { Ctx } from '@/db/door'
import { findHandover, type Handover } from '@/db/handover/held'
import { cancelJointMeetings } from '@/db/handover/joint-meetings'
import { noteStep } from '@/db/handover/note-step'
import { identityOf } from '@/db/people/identity'
import { membersOf } from '@/db/referrals/members'
import { tasks } from '@/db/schema/story'
import { conflict, notFound } from '@/lib/errors'
import { onSharingWithdrawn } from '@/lib/handover/steps'
import { id, newId } from '@/lib/id'
import { requiredText } from '@/lib/parse'
import { restsOnEntry } from './rests-on-entry'

const input = z.strictObject({
  personId: id,
  entryId: id,
  words: requiredText('Write what they said, or why sharing stops.'),
})

/**
 * One statement, because each of its changes may end the reach of whoever makes it: a receiving worker loses the record
 * with the last of them, and row-level security would refuse whatever came after.
 */
const withdrawn = `
  with entry as (
    update sharing_entries set withdrawn_at = now(), withdrawn_words = $3
    where partnership_id = $1 and id = $2 and withdrawn_at is null returning 1
  ), stopped as (
    update handovers set state = $5, ended_at = now(), because_words = $3, version = version + 1
    where partnership_id = $1 and id = $4 and state = 'active' returning 1
  ), returned as (
    update episodes set named_worker_id = $6, team_id = $7, version = version + 1
    where partnership_id = $1 and id = $8 and $6::uuid is not null and status = 'open' returning 1
  )
  select (select count(*)::int from entry) as entries, (select count(*)::int from stopped) as stopped,
    (select count(*)::int from returned) as returned`

/**
 * Ends one thing that is shared, from this moment. What was shared before stays in the log. An active hand-over that rests
 * on it stops in the same transaction; if the receiving worker leads by then, the sender's return contact is the named
 * worker again, with a task to get in touch.
 */
export const withdrawSharing = act('withdrawSharing', input, async (ctx, { personId, entryId, words }) => {
  await identityOf(ctx, personId)
  const key = [ctx.actor.partnershipId, personId, entryId]
  // The entry is held first, then the hand-over, as every step of a hand-over does: the two never pass each other.
  const entry = (
    await ctx.client.query(
      'select withdrawn_at, withdrawn_words from sharing_entries where partnership_id = $1 and person_id = $2 and id = $3 for update',
      key,
    )
  ).rows[0]
  if (!entry) throw notFound()
  if (entry.withdrawn_at)
    throw conflict('Sharing was withdrawn already. Nothing was overwritten.', {
      words: entry.withdrawn_words ?? '',
    })
  const resting = await ctx.client.query(
    `select h.id from handovers h where h.partnership_id = $1 and h.person_id = $2
       and exists (select from sharing_entries s where s.partnership_id = $1 and s.id = $3 and ${restsOnEntry}) for no key update`,
    key,
  )
  const handover = resting.rows[0] ? await findHandover(ctx, resting.rows[0].id) : null
  const after = handover && onSharingWithdrawn(handover.state)
  const takesBack = handover && (await whoTakesBack(ctx, handover))
  const returnTo = after?.namedWorker === 'return-contact' ? takesBack : null
  if (handover && takesBack) {
    await noteStep(ctx, handover, 'stopped', `Sharing was withdrawn. ${words}`)
    await cancelJointMeetings(ctx, handover)
    await ctx.db.insert(tasks).values({
      partnershipId: ctx.actor.partnershipId,
      id: newId(),
      episodeId: handover.episodeId,
      personId,
      forStaffId: takesBack,
      kind: 'sharing-withdrawn',
      words: returnTo
        ? 'Sharing was withdrawn and the hand-over stopped. You are the named worker again: get in touch with them.'
        : 'Sharing was withdrawn and the hand-over stopped. Talk with them about what happens now.',
      dueOn: ctx.today,
    })
  }
  const done = await ctx.client.query(withdrawn, [
    ctx.actor.partnershipId,
    entryId,
    words,
    handover?.id ?? null,
    after?.state ?? null,
    returnTo,
    returnTo && handover ? handover.from.teamId : null,
    returnTo && handover ? handover.episodeId : null,
  ])
  const { entries, stopped, returned } = done.rows[0]
  if (entries !== 1 || stopped !== (handover ? 1 : 0) || returned !== (returnTo ? 1 : 0))
    throw new Error('Something that was held changed while sharing was withdrawn.')
  // Whoever withdrew it may no longer see the record: then the next page is another.
  const still = await ctx.client.query('select 1 from people where partnership_id = $1 and id = $2', [
    ctx.actor.partnershipId,
    personId,
  ])
  ctx.about({
    recordId: entryId,
    detail: { handoverStopped: stopped === 1, namedWorkerReturned: returned === 1 },
  })
  return {
    personId,
    handoverStopped: stopped === 1,
    namedWorkerReturned: returned === 1,
    stillWithinReach: still.rowCount === 1,
  }
})

/**
 * The return contact; when they have left the sending team, whoever handed over, or the team's duty person. Sharing stops
 * even where none of them works there any longer: then the return contact's name stands until a lead gives another.
 */
async function whoTakesBack(ctx: Ctx, { from, returnContact }: Handover): Promise<string> {
  const here = new Set((await membersOf(ctx, from.teamId)).map((member) => member.id))
  const duty = await ctx.client.query('select duty_staff_id from teams where id = $1', [from.teamId])
  const wanted: (string | null)[] = [returnContact.id, from.worker.id, duty.rows[0]?.duty_staff_id ?? null]
  return wanted.find((one): one is string => one !== null && here.has(one)) ?? returnContact.id
}
