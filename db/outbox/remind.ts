import type { Ctx } from '@/db/door'
import { newId } from '@/lib/id'
import type { WhyNot } from '@/lib/outbox/reminder'

/** Answers to a change of mind: a reminder that was put away for one of these may be taken out again. */
const mayReturn: readonly WhyNot[] = ['moved', 'cancelled', 'turned-off']

/**
 * Makes the outbox right for meetings that were booked or moved, in the same transaction: one reminder for each person who
 * wants one, for the time at which the meeting now begins. Safe to repeat.
 */
export async function remind(ctx: Ctx, meetingIds: readonly string[]): Promise<void> {
  const { rows: wanted } = await ctx.client.query<{ meeting_id: string; relationship_id: string | null }>({
    name: 'outbox-wanted',
    text: `with moved as (
        update outbox o set state = 'not-sent', why_not = 'moved' from meetings m
        where o.meeting_id = any ($1) and o.state = 'waiting' and m.partnership_id = o.partnership_id and m.id = o.meeting_id
          and m.starts_at <> o.starts_at)
      select m.id as meeting_id, c.relationship_id from meetings m
      join contact_preferences c on c.partnership_id = m.partnership_id and c.person_id = m.person_id
      where m.id = any ($1) and c.reminders and m.cancelled_at is null and m.starts_at > now()`,
    values: [meetingIds],
  })
  if (wanted.length === 0) return
  await ctx.client.query({
    name: 'outbox-write',
    text: `insert into outbox (partnership_id, id, episode_id, person_id, relationship_id, meeting_id, starts_at, due_at,
        state, why_not, by_staff_id)
      select m.partnership_id, w.id, m.episode_id, m.person_id, c.relationship_id, m.id, m.starts_at, d.due_at,
        case when d.due_at > now() then 'waiting' else 'not-sent' end, case when d.due_at <= now() then 'too-late' end, $1
      from unnest($2::uuid[], $3::uuid[], $4::uuid[]) as w (id, meeting_id, relationship_id)
      join meetings m on m.id = w.meeting_id
      join contact_preferences c on c.partnership_id = m.partnership_id and c.person_id = m.person_id
        and c.relationship_id is not distinct from w.relationship_id
      cross join lateral (select m.starts_at - make_interval(hours => c.hours_before) as due_at) d
      on conflict on constraint each_reminder_once do update
        set state = excluded.state, why_not = excluded.why_not, due_at = excluded.due_at
        where outbox.state = 'waiting' or outbox.why_not = any ($5)`,
    values: [
      ctx.actor.staffId,
      wanted.map(() => newId()),
      wanted.map((one) => one.meeting_id),
      wanted.map((one) => one.relationship_id),
      mayReturn,
    ],
  })
}

type Which = { meetingIds: readonly string[] } | { personId: string; relationshipId: string | null }

/**
 * Puts away the waiting reminders of meetings (cancelled) or of one recipient (turned off), in the same transaction. One
 * that is just being handed to the mail server cannot be called back.
 * @returns how many are on their way at this moment
 */
export async function dropReminders(
  ctx: Ctx,
  which: Which,
  because: Extract<WhyNot, 'cancelled' | 'turned-off'>,
): Promise<number> {
  const [where, values] =
    'meetingIds' in which
      ? ['meeting_id = any ($2)', [which.meetingIds]]
      : ['person_id = $2 and relationship_id is not distinct from $3', [which.personId, which.relationshipId]]
  const { rows } = await ctx.client.query<{ n: number }>(
    `with dropped as (update outbox set state = 'not-sent', why_not = $1 where ${where} and state = 'waiting')
     select count(*)::int as n from outbox where ${where} and state = 'sending'`,
    [because, ...values],
  )
  return rows[0]!.n
}
