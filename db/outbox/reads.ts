import { identityOf } from '@/db/people/identity'
import { read } from '@/db/read'
import { notReminded } from '@/lib/outbox/preferences'
import type { OutboxState, WhyNot } from '@/lib/outbox/reminder'
import type { Relationship } from '@/lib/people/relationships'
import { meetingFile } from './calendar-of'
import { reminderNow } from './facts'

/** For the job runner: what a reminder would say now, and to which address. */
export const reminderToSend = read('reminderToSend', async (ctx, { id }: { id: string }) => {
  const { email, startsAt, minutes, version, meetingId, place, placeInCalendar, why, state } =
    await reminderNow(ctx, id)
  return {
    why,
    waiting: state === 'waiting',
    to: email,
    meeting: { id: meetingId, startsAt, minutes, version, place: placeInCalendar ? place : '' },
  }
})

/** One who may be reminded, and what they said when asked. */
export type Asked = {
  /** Null is the young person. */
  relationshipId: string | null
  name: string
  relation: Relationship | null
  reminders: boolean | null
  hoursBefore: number | null
  email: string
  placeInCalendar: boolean
  askedOn: string | null
  askedBy: string | null
  /** 0 where nobody was asked. */
  version: number
}

export type Sent = {
  id: string
  name: string | null
  startsAt: Date
  dueAt: Date
  state: OutboxState
  sentAt: Date | null
  whyNot: WhyNot | null
}

/** Who is reminded of meetings and what became of the last reminders. */
export const reminders = read('reminders', async (ctx, { personId }: { personId: string }) => {
  const identity = await identityOf(ctx, personId)
  const { rows: asked } = await ctx.client.query<Asked>({
    name: 'reminders-asked',
    text: `select w.id as "relationshipId", w.name, w.relation, c.reminders, c.hours_before as "hoursBefore",
        case when w.id is null then w.email else coalesce(c.email, '') end as email,
        coalesce(c.place_in_calendar, false) as "placeInCalendar", c.asked_on as "askedOn", s.name as "askedBy",
        coalesce(c.version, 0) as version
      from (
        select null::uuid as id, '' as name, null as relation, btrim(p.email) as email, 0 as place, p.partnership_id, p.made_at from people p where p.id = $1
        union all
        select r.id, r.name, r.relation, '', 1, r.partnership_id, r.made_at from relationships r where r.person_id = $1 and r.ended_on is null and r.relation <> all ($2)
      ) w
      left join contact_preferences c on c.partnership_id = w.partnership_id and c.person_id = $1 and c.relationship_id is not distinct from w.id
      left join staff s on s.partnership_id = c.partnership_id and s.id = c.by_staff_id
      order by w.place, w.made_at`,
    values: [personId, notReminded],
  })
  const { rows: sent } = await ctx.client.query<Sent>({
    name: 'reminders-sent',
    text: `select o.id, r.name, o.starts_at as "startsAt", o.due_at as "dueAt", o.state, o.sent_at as "sentAt", o.why_not as "whyNot"
      from outbox o left join relationships r on r.partnership_id = o.partnership_id and r.id = o.relationship_id
      where o.person_id = $1 order by o.due_at desc limit 10`,
    values: [personId],
  })
  return {
    actor: ctx.actor,
    identity,
    asked: asked.map((one) => ({ ...one, name: one.name || identity.knownAs })),
    sent,
  }
})

/** A meeting as a file for a calendar. */
export const meetingCalendar = read(
  'meetingCalendar',
  async (ctx, { personId, meetingId }: { personId: string; meetingId: string }) => {
    await identityOf(ctx, personId)
    const file = await meetingFile(ctx, personId, meetingId)
    ctx.about({ recordId: meetingId })
    return file
  },
)
