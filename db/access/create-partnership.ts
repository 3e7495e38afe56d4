import type { Client } from 'pg'
import { newId } from '@/lib/id'
import { makeFirstPassword } from './first-password'

type NewPartnership = {
  name: string
  organisation: string
  organisationKind: 'nhs' | 'charity' | 'council' | 'commissioner'
  administrator: { name: string; email: string }
}

/**
 * A partnership with its system actor, its first organisation and its first administrator.
 * @param client signed in as the owner of the tables, the only role that may
 * @returns the administrator's temporary password, or undefined when a partnership of that name exists
 */
export async function createPartnership(client: Client, given: NewPartnership): Promise<string | undefined> {
  const { password, hash } = await makeFirstPassword()
  const { rows } = await client.query(
    'select app.create_partnership($1, $2, $3, $4, $5, $6, $7, $8, $9) as made',
    [
      newId(),
      given.name,
      newId(),
      given.organisation,
      given.organisationKind,
      newId(),
      given.administrator.name,
      given.administrator.email,
      hash,
    ],
  )
  return rows[0].made ? password : undefined
}
