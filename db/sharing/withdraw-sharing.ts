import { z } from 'zod'
import { act } from '@/db/act'
import { identityOf } from '@/db/people/identity'
import { conflict, notFound } from '@/lib/errors'
import { onSharingWithdrawn } from '@/lib/handover/steps'
import { id, newId } from '@/lib/id'
import { requiredText } from '@/lib/parse'

const input = z.strictObject({
  personId: id,
  entryId: id,
  words: requiredText('Write what they said, or why sharing stops.'),
})

const found = `
  select s.withdrawn_at, s.withdrawn_words, h.id as handover_id, h.episode_id, h.step, h.state, h.from_team_id,
    case when c.status = 'active' then c.id else t.duty_staff_id end as return_to
  from sharing_entries s
  left join handovers h on h.partnership_id = s.partnership_id and h.person_id = s.person_id and h.state = 'active'
    and h.sharing_entry_id = s.id
  left join staff c on c.partnership_id = h.partnership_id and c.id = h.return_contact_id
  left join teams t on t.partnership_id = h.partnership_id and t.id = h.from_team_id
  where s.partnership_id = $1 and s.person_id = $2 and s.id = $3`

/**
 * One statement, because each of its changes may end the reach of whoever makes it: a receiving worker loses the record
 * with the last of them, and row-level security would refuse whatever came after.
 */
const withdrawn = `
  with entry as (
    update sharing_entries set withdrawn_at = now(), withdrawn_words = $3
    where partnership_id = $1 and id = $2 and withdrawn_at is null returning 1
  ), stopped as (
    update handovers set state = $5, ended_at = now(), version = version + 1
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
  const partnership = ctx.actor.partnershipId
  // Held in this order by every act of a hand-over: a withdrawal never passes a step, an invitation or an answer.
  await ctx.client.query(
    'select 1 from sharing_entries where partnership_id = $1 and person_id = $2 and id = $3 for no key update',
    [partnership, personId, entryId],
  )
  await ctx.client.query(
    `select 1 from handovers where partnership_id = $1 and person_id = $2 and state = 'active' for no key update`,
    [partnership, personId],
  )
  const { rows } = await ctx.client.query(found, [partnership, personId, entryId])
  const entry = rows[0]
  if (!entry) throw notFound()
  const already = 'Sharing was withdrawn already. Nothing was overwritten.'
  if (entry.withdrawn_at) throw conflict(already, { words: entry.withdrawn_words ?? '' })

  const after = entry.handover_id ? onSharingWithdrawn({ step: entry.step, state: entry.state }) : null
  const returnTo = after?.namedWorker === 'return-contact' ? (entry.return_to as string) : null
  if (after) {
    const handover = [partnership, newId(), entry.episode_id, personId]
    await ctx.client.query(
      `insert into handover_steps (partnership_id, id, episode_id, person_id, handover_id, what, words, by_staff_id)
       values ($1, $2, $3, $4, $5, 'stopped', $6, $7)`,
      [...handover, entry.handover_id, `Sharing was withdrawn. ${words}`, ctx.actor.staffId],
    )
    if (entry.return_to)
      await ctx.client.query(
        `insert into tasks (partnership_id, id, episode_id, person_id, for_staff_id, kind, words, due_on)
         values ($1, $2, $3, $4, $5, 'sharing-withdrawn', $6, $7)`,
        [
          partnership,
          newId(),
          entry.episode_id,
          personId,
          entry.return_to,
          returnTo
            ? 'Sharing was withdrawn and the hand-over stopped. You are the named worker again: get in touch with them.'
            : 'Sharing was withdrawn and the hand-over stopped. Talk with them about what happens now.',
          ctx.today,
        ],
      )
  }
  const done = await ctx.client.query(withdrawn, [
    partnership,
    entryId,
    words,
    entry.handover_id,
    after?.state ?? null,
    returnTo,
    returnTo ? entry.from_team_id : null,
    returnTo ? entry.episode_id : null,
  ])
  const { entries, stopped, returned } = done.rows[0]
  if (entries !== 1 || stopped !== (after ? 1 : 0) || returned !== (returnTo ? 1 : 0)) throw conflict(already)
  // Whoever withdrew it may no longer see the record: then the next page is another.
  const still = await ctx.client.query('select 1 from people where partnership_id = $1 and id = $2', [
    partnership,
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
