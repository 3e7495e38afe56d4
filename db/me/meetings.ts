import type { Ctx } from '@/db/door'
import type { MeetingWay } from '@/lib/story/meeting'

/**
 * A meeting to come, as the young person or somebody they let see it reads it. How to reach each other is written by a worker
 * for a worker, and is not sent.
 */
export type NextMeeting = {
  id: string
  startsAt: Date
  minutes: number
  how: MeetingWay
  place: string
  with: string
  also: string | null
  whoElse: string
}

const text = `
  select m.id, m.starts_at as "startsAt", m.minutes, m.how, m.place, s.name as with, o.name as also, m.who_else as "whoElse"
  from meetings m
  join staff s on s.partnership_id = m.partnership_id and s.id = m.with_staff_id
  left join staff o on o.partnership_id = m.partnership_id and o.id = m.also_staff_id
  where m.person_id = $1 and m.cancelled_at is null and m.attendance is null
    and m.starts_at + make_interval(mins => m.minutes) > now()
  order by m.starts_at limit $2`

/** Soonest first; what was cancelled or has been is left out. */
export const meetingsToCome = async (ctx: Ctx, personId: string, most: number): Promise<NextMeeting[]> =>
  (await ctx.client.query<NextMeeting>({ name: 'my-meetings', text, values: [personId, most] })).rows
