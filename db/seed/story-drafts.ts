import type { Client } from 'pg'
import { newId } from '@/lib/id'
import type { House } from './staff'

/** A note that Amira began about Rhys and was called away from. */
export async function tellDrafts(client: Client, house: House): Promise<void> {
  await client.query(
    `insert into drafts (partnership_id, id, staff_id, form, person_id, input, by_window, turn, made_at, saved_at)
     select p.partnership_id, $1, $2, 'note', p.id, $3, $1, 1, now() - interval '20 hours', now() - interval '20 hours'
     from people p where p.partnership_id = $4 and p.given_name = 'Rhys' limit 1`,
    [
      newId(),
      house.staff.amira,
      JSON.stringify({ words: 'Rhys showed me pictures from the climbing wall. He would like to' }),
      house.partnershipId,
    ],
  )
}
