import { randomBytes } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import type { Page } from '@playwright/test'
import { newId } from '../../lib/id'
import { expect, type Record } from './journey'

/** An account of somebody's own pages as an invitation leaves it, with a name and a password to sign in by. */
export async function ownAccount(
  record: Record,
  personId: string,
  { name, relationshipId }: { name: string; relationshipId?: string },
): Promise<{ signInName: string; password: string }> {
  const id = newId()
  const role = relationshipId ? 'parent-or-carer' : 'young-person'
  const signInName = `otter-${id.slice(-8)}`
  const password = randomBytes(12).toString('base64url')
  await record(
    `insert into staff (partnership_id, id, name, kind, person_id, relationship_id, sign_in_name)
     select partnership_id, $2, $3, $4, id, $5, $6 from people where id = $1`,
    [personId, id, name, role, relationshipId ?? null, signInName],
  )
  await record(
    `insert into memberships (partnership_id, id, staff_id, role, from_day) select partnership_id, $2, id, kind, current_date from staff where id = $1`,
    [id, newId()],
  )
  await record(
    'insert into app.credentials (partnership_id, staff_id, password_hash) select partnership_id, id, $2 from staff where id = $1',
    [id, await hash(password)],
  )
  return { signInName, password }
}

/** Signs in with a name and a password, and comes to the first page. */
export async function signInAs(page: Page, account: { signInName: string; password: string }): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail or sign-in name').fill(account.signInName)
  await page.getByLabel('Password', { exact: true }).fill(account.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^(Hi|Hello) / })).toBeVisible()
}
