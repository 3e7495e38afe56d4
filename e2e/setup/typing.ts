import { expect, type Page } from '@playwright/test'
import { hashPassword } from '../../db/access/hash'
import { newId } from '../../lib/id'
import type { Record } from './journey'
import { places } from './places'

export const password = 'nothing typed is ever lost 42'

/** A clinician with a password, in the team of a young person whom nobody else changes. */
export async function somebodyTyping(record: Record, address = places.base) {
  const [staffId, personId, episodeId] = [newId(), newId(), newId()]
  const email = `${staffId}@example.test`
  await record(
    `insert into staff (partnership_id, id, organisation_id, name, email)
     select t.partnership_id, $1, t.organisation_id, 'Noor Typing', $2 from teams t join partnerships p on p.id = t.partnership_id
     where p.demonstration and t.name = 'EWMHS'`,
    [staffId, email],
  )
  await record(
    `insert into memberships (partnership_id, id, staff_id, team_id, role, from_day)
     select t.partnership_id, $1, $2, t.id, 'clinician', '2020-01-01' from teams t join partnerships p on p.id = t.partnership_id
     where p.demonstration and t.name = 'EWMHS'`,
    [newId(), staffId],
  )
  await record(
    `insert into app.credentials (partnership_id, staff_id, password_hash) select partnership_id, id, $2 from staff where id = $1`,
    [staffId, await hashPassword(password)],
  )
  await record(
    `insert into people (partnership_id, id, given_name, family_name, born, nhs_number_absent)
     select partnership_id, $1, 'Ted', 'Typed', '2010-05-14', 'not-known-yet' from staff where id = $2`,
    [personId, staffId],
  )
  await record(
    `insert into episodes (partnership_id, id, person_id, team_id, status, referred_on, source, accepted_on, named_worker_id)
     select m.partnership_id, $1, $2, m.team_id, 'open', current_date - 30, 'A1', current_date - 25, m.staff_id
     from memberships m where m.staff_id = $3`,
    [episodeId, personId, staffId],
  )
  return {
    staffId,
    personId,
    note: `${address}/care/people/${personId}/story/note`,
    notes: () => record('select words, by_staff_id from notes where person_id = $1', [personId]),
    drafts: () => record('select input from drafts where staff_id = $1', [staffId]),
    revoke: () => record('update app.sessions set revoked_at = now() where staff_id = $1', [staffId]),
    signIn: async (page: Page, to = '/account') => {
      await page.goto(`${address}/sign-in?to=${to}`)
      await page.getByLabel('E-mail or sign-in name').fill(email)
      await page.getByLabel('Password', { exact: true }).fill(password)
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await expect(page).toHaveURL(`${address}${to}`)
    },
  }
}

export const words = (page: Page) => page.getByLabel('What happened?')
export const save = (page: Page) => page.getByRole('button', { name: 'Save note' }).click()
export const saved = (page: Page) => expect(page).toHaveURL(/saved=/, { timeout: 60_000 })
export const notSent = (page: Page) =>
  expect(page.getByText('Not sent yet. We will keep trying. Do not close this page.')).toBeVisible()
