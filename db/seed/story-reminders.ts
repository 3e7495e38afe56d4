import type { Client } from 'pg'
import type { Day } from '@/lib/day'
import { newId } from '@/lib/id'
import type { House } from './staff'

/**
 * Sam wants a reminder the day before and has one waiting; his mother was asked and said no. A demonstration
 * sends nothing, and says so when the time comes.
 */
export async function tellReminders(client: Client, house: House, today: Day): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `select p.id from people p where p.partnership_id = $1 and p.given_name = 'Samuel' limit 1`,
    [house.partnershipId],
  )
  const sam = rows[0]?.id
  if (!sam) return
  const key = [house.partnershipId, sam, house.staff.amira, today]
  await client.query(`update people set email = 'sam@mail.example' where id = $1 and email = ''`, [sam])
  await client.query(
    `insert into contact_preferences (partnership_id, id, person_id, reminders, asked_on, by_staff_id) values ($1, $5, $2, true, $4::date - 9, $3)`,
    [...key, newId()],
  )
  await client.query(
    `insert into contact_preferences (partnership_id, id, person_id, relationship_id, reminders, asked_on, by_staff_id)
     select $1, $5, $2, r.id, false, $4::date - 9, $3 from relationships r
     where r.person_id = $2 and r.relation = 'mother' and r.ended_on is null limit 1`,
    [...key, newId()],
  )
  await client.query(
    `insert into outbox (partnership_id, id, episode_id, person_id, meeting_id, starts_at, due_at, by_staff_id)
     select $1, gen_random_uuid(), m.episode_id, $2, m.id, m.starts_at, m.starts_at - interval '1 day', $3 from meetings m
     where m.person_id = $2 and m.cancelled_at is null and m.starts_at > $4::date + 1`,
    key,
  )
}
