import { drizzle } from 'drizzle-orm/node-postgres'
import type { Client, PoolClient } from 'pg'
import type { Actor } from '@/db/door'
import { freezePlaces } from '@/db/places/freeze-place'

/** Fixes the place of every episode by the same function that referrals use, and gives the named workers their real first day. */
export async function freezeAll(client: Client, partnershipId: string): Promise<void> {
  const { rows } = await client.query<{ id: string }>('select id from episodes where partnership_id = $1', [
    partnershipId,
  ])
  const speaking = {
    client: client as unknown as PoolClient,
    db: drizzle(client) as never,
    actor: { partnershipId } as Actor,
  }
  await freezePlaces(
    speaking,
    rows.map((row) => row.id),
  )
  await client.query(
    `update named_workers w set during = tstzrange(e.accepted_on::timestamptz, null) from episodes e
     where e.id = w.episode_id and upper_inf(w.during) and lower(w.during) > e.accepted_on::timestamptz
       and not exists (select from named_workers o where o.episode_id = w.episode_id and o.id <> w.id)`,
  )
}
