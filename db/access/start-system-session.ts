import type { Client, Pool } from 'pg'
import { newId } from '@/lib/id'
import { hashOfToken, newToken } from './session-token'

/**
 * A session of a quarter of an hour for the system actor of a partnership, so that a job acts through the same door as everybody.
 * @param opener signed in as the owner of the tables or the job runner, the only roles that may
 * @returns the token, or undefined where the partnership has no system actor
 */
export async function startSystemSession(
  opener: Client | Pool,
  partnershipId: string,
): Promise<string | undefined> {
  const token = newToken()
  const { rows } = await opener.query('select app.start_system_session($1, $2, $3) as started', [
    partnershipId,
    hashOfToken(token),
    newId(),
  ])
  return rows[0].started ? token : undefined
}

/** The partnerships of this database. */
export const partnershipsHere = async (owner: Client): Promise<{ id: string; name: string }[]> =>
  (await owner.query<{ id: string; name: string }>('select id, name from app.partnerships_here()')).rows
