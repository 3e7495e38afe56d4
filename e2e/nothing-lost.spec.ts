import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { Pool } from 'pg'
import { hashPassword } from '../db/access/hash'
import { newId } from '../lib/id'
import { freePort, startService } from './setup/own-service'
import { places } from './setup/places'

// Hazard H5, design ruling 9. Here the server is ended and sessions are revoked under somebody's hands, so this journey has a
// server and people of its own; the record is the one all journeys share.
const password = 'nothing typed is ever lost 42'
let address: string
let service: Awaited<ReturnType<typeof startService>>
let start: () => ReturnType<typeof startService>
let pool: Pool

test.describe.configure({ mode: 'serial', timeout: 120_000 })

test.beforeAll(async () => {
  test.setTimeout(180_000)
  const port = await freePort()
  address = `http://localhost:${port}`
  const urls = JSON.parse(readFileSync(places.urls, 'utf8'))
  pool = new Pool({ connectionString: urls.DATABASE_ADMIN_URL, max: 2 })
  start = () =>
    startService(port, {
      ...urls,
      AUTH_URL: address,
      AUTH_TRUST_HOST: 'true',
      AUTH_SECRET: 'a-secret-that-is-only-for-the-tests-0123456789',
    })
  service = await start()
})

test.afterAll(async () => {
  await service?.stop()
  await pool?.end()
})

const record = async (sql: string, values: unknown[] = []) => (await pool.query(sql, values)).rows

/** A clinician with a password, in the team of a young person whom nobody else changes. */
const stage = async () => {
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
  return { staffId, email, personId, note: `${address}/care/people/${personId}/story/note` }
}
type Stage = Awaited<ReturnType<typeof stage>>

const signIn = async (page: Page, email: string, to = '/account') => {
  await page.goto(`${address}/sign-in?to=${to}`)
  await page.getByLabel('E-mail or sign-in name').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(`${address}${to}`)
}

const words = (page: Page) => page.getByLabel('What happened?')
const save = (page: Page) => page.getByRole('button', { name: 'Save note' }).click()
const draftSaved = (page: Page) => expect(page.locator('[data-draft]')).toHaveText(/^Draft saved \d\d:\d\d$/)
const notSent = (page: Page) =>
  expect(page.getByText('Not sent yet. We will keep trying. Do not close this page.')).toBeVisible()
const saved = (page: Page) => expect(page).toHaveURL(/saved=/, { timeout: 60_000 })
const notes = ({ personId }: Stage) =>
  record('select words, by_staff_id from notes where person_id = $1', [personId])
const drafts = ({ staffId }: Stage) => record('select input from drafts where staff_id = $1', [staffId])
const revoke = ({ staffId }: Stage) =>
  record('update app.sessions set revoked_at = now() where staff_id = $1', [staffId])
/** As another tab does when something has changed. */
const look = (page: Page) => page.evaluate(() => new BroadcastChannel('session').postMessage('look'))

test('the network is cut in the middle of a note: it says so, and sends it once when it is back', async ({
  page,
}) => {
  const s = await stage()
  await signIn(page, s.email)
  await page.goto(s.note)
  await words(page).fill('Before the cut.')
  await draftSaved(page)
  expect(await drafts(s)).toMatchObject([{ input: { words: 'Before the cut.' } }])
  await page.context().setOffline(true)
  await words(page).fill('Before the cut. After the cut.')
  await notSent(page)
  await save(page)
  await expect(words(page)).toHaveValue('Before the cut. After the cut.')
  await notSent(page)
  expect(await notes(s)).toEqual([])
  await page.context().setOffline(false)
  await saved(page)
  expect(await notes(s)).toEqual([{ words: 'Before the cut. After the cut.', by_staff_id: s.staffId }])
  expect(await drafts(s)).toEqual([])
})

test('the server is ended in the middle of a note and starts again: the note is saved once', async ({
  page,
}) => {
  const s = await stage()
  await signIn(page, s.email)
  await page.goto(s.note)
  await words(page).fill('The power went.')
  await service.stop('SIGKILL')
  await save(page)
  await notSent(page)
  await words(page).fill('The power went. It came back.')
  service = await start()
  await saved(page)
  expect(await notes(s)).toEqual([{ words: 'The power went. It came back.', by_staff_id: s.staffId }])
})

test('the session is revoked in the middle of a note: signing in over the page saves it', async ({
  page,
}) => {
  const s = await stage()
  await signIn(page, s.email)
  await page.goto(s.note)
  await words(page).fill('In the middle of a sentence')
  await revoke(s)
  await save(page)
  const dialog = page.getByRole('dialog', { name: 'Sign in to go on' })
  await expect(dialog).toBeVisible()
  // Covered: nothing of the record is to be seen meanwhile, and Escape does not uncover it.
  await expect(page.getByRole('heading', { level: 1 })).toBeHidden()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeVisible()
  await dialog.getByLabel('Password', { exact: true }).fill('not my password')
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(dialog.getByText('not right')).toBeVisible()
  await dialog.getByLabel('Password', { exact: true }).fill(password)
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click()
  await saved(page)
  expect(await notes(s)).toEqual([{ words: 'In the middle of a sentence', by_staff_id: s.staffId }])
})

test('somebody else who signs in meanwhile never sends the first person’s words', async ({ page }) => {
  const [s, other] = [await stage(), await stage()]
  await signIn(page, s.email)
  await page.goto(s.note)
  await words(page).fill('Only mine to send.')
  await draftSaved(page)
  await page.context().clearCookies()
  await signIn(await page.context().newPage(), other.email)
  await words(page).fill('Only mine to send, all of it.')
  await save(page)
  await expect(page.getByText('Only they can save it')).toBeVisible()
  await expect(words(page)).toHaveValue('Only mine to send, all of it.')
  expect(await notes(s)).toEqual([])
  expect(await drafts(other)).toEqual([])
})

test('a draft is there on return: gone on with, in another window a choice, and deleted', async ({
  page,
}) => {
  const s = await stage()
  await signIn(page, s.email)
  await page.goto(s.note)
  await words(page).fill('Begun on the bus.')
  // Leaving the field is enough.
  await page.getByLabel('Day', { exact: true }).focus()
  await draftSaved(page)

  await page.goto(`${address}/care/today`)
  await page.getByRole('link', { name: 'Note for Ted Typed' }).click()
  await expect(page.getByText(/^You have a draft from \w+ \d\d:\d\d\./)).toBeVisible()
  await expect(words(page)).toBeDisabled()
  await page.getByRole('link', { name: 'Continue' }).click()
  await expect(words(page)).toHaveValue('Begun on the bus.')

  const second = await page.context().newPage()
  await second.goto(s.note)
  await second.getByRole('link', { name: 'Continue' }).click()
  await words(second).fill('Gone on with in the second window.')
  await draftSaved(second)
  await words(page).fill('Gone on with in the first.')
  await expect(page.getByText('You have another draft of this in another window.')).toBeVisible()
  await expect(page.getByText('Gone on with in the second window.')).toBeVisible()
  await expect(words(page)).toHaveValue('Gone on with in the first.')
  expect(await drafts(s)).toMatchObject([{ input: { words: 'Gone on with in the second window.' } }])
  await page.getByRole('button', { name: 'Take the other' }).click()
  await expect(words(page)).toHaveValue('Gone on with in the second window.')
  await second.close()

  await page.goto(s.note)
  await page.getByRole('button', { name: /^Delete/ }).click()
  await expect(words(page)).toHaveValue('')
  await expect(words(page)).toBeEnabled()
  expect(await drafts(s)).toEqual([])
})

test('two minutes before the end there is a warning in every tab; “Stay signed in” in one is enough', async ({
  page,
}) => {
  const s = await stage()
  await signIn(page, s.email)
  await page.goto(s.note)
  const second = await page.context().newPage()
  await second.goto(`${address}/care/people`)
  /** So many minutes more than nothing may happen; fewer where negative. */
  const idle = (beyond: number) =>
    record(
      `update app.sessions s set seen_at = now() - make_interval(mins => p.idle_minutes + $2)
       from partnerships p where p.id = s.partnership_id and s.staff_id = $1`,
      [s.staffId, beyond],
    )
  const warning = (tab: Page) => tab.getByRole('dialog', { name: 'Are you still there?' })

  await idle(-1)
  await look(page)
  await expect(warning(page)).toBeVisible()
  await expect(warning(second)).toBeVisible()
  await warning(second).getByRole('button', { name: 'Stay signed in' }).click()
  await expect(warning(second)).toBeHidden()
  await expect(warning(page)).toBeHidden()

  await words(page).fill('Kept by the draft.')
  await draftSaved(page)
  await idle(1)
  await look(page)
  await expect(page.getByRole('dialog', { name: 'Sign in to go on' })).toBeVisible()
  await expect(second.getByRole('dialog', { name: 'Sign in to go on' })).toBeVisible()
  await expect(second.getByRole('heading', { level: 1 })).toBeHidden()
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(second.getByRole('dialog')).toBeHidden()
  await expect(words(page)).toHaveValue('Kept by the draft.')
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 900 } })

  test('a session that has ended shows the posted text beside the sign-in, and in the form after it', async ({
    page,
  }) => {
    const [s, other] = [await stage(), await stage()]
    await signIn(page, s.email)
    await page.goto(s.note)
    await words(page).fill('Posted after the end, 320 pixels wide.')
    await revoke(s)
    await save(page)
    await expect(page.getByRole('heading', { name: 'What you wrote is not lost' })).toBeVisible()
    await expect(page.getByText('Posted after the end, 320 pixels wide.')).toBeVisible()

    // Somebody else at the same browser is not given it.
    await signIn(page, other.email)
    await page.goto(other.note)
    await expect(words(page)).toHaveValue('')
    await revoke(other)

    await signIn(page, s.email, `/care/people/${s.personId}/story/note`)
    await expect(words(page)).toHaveValue('Posted after the end, 320 pixels wide.')
    await save(page)
    await saved(page)
    expect(await notes(s)).toMatchObject([{ words: 'Posted after the end, 320 pixels wide.' }])
    expect(await record('select 1 from app.held_texts where staff_id = $1', [s.staffId])).toEqual([])
  })

  test('a draft is gone on with by a link, and deleted by a button', async ({ page }) => {
    const s = await stage()
    await signIn(page, s.email)
    await record(
      `insert into drafts (partnership_id, id, staff_id, form, person_id, input, by_window, turn)
       select partnership_id, $1, id, 'note', $2, '{"words":"Kept on Tuesday."}', $1, 1 from staff where id = $3`,
      [newId(), s.personId, s.staffId],
    )
    await page.goto(s.note)
    await expect(page.getByText(/^You have a draft from/)).toBeVisible()
    await page.getByRole('link', { name: 'Continue' }).click()
    await expect(words(page)).toHaveValue('Kept on Tuesday.')
    await page.getByLabel('Year', { exact: true }).fill('2999')
    await save(page)
    await expect(page.locator('[data-form-errors]')).toContainText('There is a problem')
    await expect(words(page)).toHaveValue('Kept on Tuesday.')
    await page.goto(s.note)
    await page.getByRole('button', { name: /^Delete/ }).click()
    await expect(words(page)).toHaveValue('')
    expect(await drafts(s)).toEqual([])
  })
})
