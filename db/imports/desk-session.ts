import { createHash, randomBytes } from 'node:crypto'
import type { Client } from 'pg'

/**
 * A session of a quarter of an hour for a member of staff who holds a referrals desk, for a command on the server. What is
 * done with it is bounded by their reach and audited as theirs, as is its opening.
 * @param owner a connection of the tables' owner: nobody else may open one
 * @returns the session's token, or undefined when no active member of staff with that address holds a desk
 */
export async function openDeskSession(owner: Client, email: string): Promise<string | undefined> {
  const token = randomBytes(32).toString('base64url')
  const { rows } = await owner.query('select app.open_desk_session($1, $2) as id', [
    email,
    createHash('sha256').update(token).digest(),
  ])
  return rows[0].id === null ? undefined : token
}
