import type { Ctx } from '@/db/door'
import { notFound } from '@/lib/errors'
import { type Facts, whyNot } from '@/lib/outbox/reminder'

const text = `
  select o.state, o.attempts, o.starts_at as promised, o.due_at as "dueAt", o.person_id as "personId", o.meeting_id as "meetingId",
    m.starts_at as "startsAt", m.minutes, m.version, m.cancelled_at is not null as cancelled, m.how, m.place,
    c.reminders, coalesce(c.place_in_calendar, false) as "placeInCalendar",
    btrim(case when o.relationship_id is null then p.email else coalesce(c.email, '') end) as email,
    p.died_on as "diedOn", e.status as episode, r.ended_on as "relationshipEndedOn",
    exists (select from allowances a where a.relationship_id = o.relationship_id and a.item = 'meetings')
      and not exists (select from allowances a where a.relationship_id = o.relationship_id and a.item = 'meetings'
        and a.ended_at is null and a.from_day <= $2 and (a.to_day is null or a.to_day > $2)) as "takenBack",
    (select max(x.due_at) from outbox x
      where x.person_id = o.person_id and x.partnership_id = o.partnership_id and x.relationship_id is not distinct from o.relationship_id
        and x.id <> o.id and (x.state in ('sent', 'sending') or x.why_not = 'unsure')) as "lastDueAt"
  from outbox o
  join meetings m on m.partnership_id = o.partnership_id and m.id = o.meeting_id
  join people p on p.partnership_id = o.partnership_id and p.id = o.person_id
  join episodes e on e.partnership_id = o.partnership_id and e.id = o.episode_id
  left join relationships r on r.partnership_id = o.partnership_id and r.id = o.relationship_id
  left join contact_preferences c on c.partnership_id = o.partnership_id and c.person_id = o.person_id
    and c.relationship_id is not distinct from o.relationship_id
  where o.id = $1`

type Row = Omit<Facts, 'demonstration' | 'meeting' | 'now'> & {
  state: string
  attempts: number
  personId: string
  meetingId: string
  startsAt: Date
  minutes: number
  version: number
  cancelled: boolean
  place: string
  placeInCalendar: boolean
}

/** Everything a reminder hangs on, as it stands now, with the rule's answer. */
export async function reminderNow(ctx: Ctx, id: string) {
  const { rows } = await ctx.client.query<Row>({ name: 'reminder-now', text, values: [id, ctx.today] })
  const row = rows[0]
  if (!row) throw notFound()
  const {
    startsAt,
    cancelled,
    promised,
    reminders,
    email,
    diedOn,
    episode,
    relationshipEndedOn,
    takenBack,
    dueAt,
    lastDueAt,
  } = row
  const why = whyNot({
    demonstration: ctx.actor.demonstration,
    meeting: { startsAt, cancelled },
    promised,
    reminders,
    email,
    diedOn,
    episode,
    relationshipEndedOn,
    takenBack,
    dueAt,
    lastDueAt,
    now: ctx.now,
  })
  ctx.about({ personId: row.personId, recordId: id })
  return { ...row, why }
}
