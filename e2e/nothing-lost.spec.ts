import type { Page } from '@playwright/test'
import { newId } from '../lib/id'
import { alive, expect, test } from './setup/journey'
import { notSent, password, save, saved, somebodyTyping, words } from './setup/typing'

// Hazard H5, design ruling 9. Sessions are revoked under somebody's hands here: everyone in it is made for one journey.
test.describe.configure({ mode: 'parallel', timeout: 120_000 })

const draftSaved = (page: Page) => expect(page.locator('[data-draft]')).toHaveText(/^Draft saved \d\d:\d\d$/)
const open = async (page: Page, { note }: { note: string }) => {
  await page.goto(note)
  await alive(page)
}
/** As another tab does when something has changed. */
const look = (page: Page) => page.evaluate(() => new BroadcastChannel('session').postMessage('look'))

test('the network is cut in the middle of a note: it says so, and sends it once when it is back', async ({
  page,
  record,
}) => {
  const noor = await somebodyTyping(record)
  await noor.signIn(page)
  await open(page, noor)
  await words(page).fill('Before the cut.')
  await draftSaved(page)
  expect(await noor.drafts()).toMatchObject([{ input: { words: 'Before the cut.' } }])
  await page.context().setOffline(true)
  await words(page).fill('Before the cut. After the cut.')
  await notSent(page)
  await save(page)
  await expect(words(page)).toHaveValue('Before the cut. After the cut.')
  await notSent(page)
  expect(await noor.notes()).toEqual([])
  await page.context().setOffline(false)
  await saved(page)
  expect(await noor.notes()).toEqual([{ words: 'Before the cut. After the cut.', by_staff_id: noor.staffId }])
  expect(await noor.drafts()).toEqual([])
})

test('the session is revoked in the middle of a note: signing in over the page saves it', async ({
  page,
  record,
}) => {
  const noor = await somebodyTyping(record)
  await noor.signIn(page)
  await open(page, noor)
  await words(page).fill('In the middle of a sentence')
  await noor.revoke()
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
  expect(await noor.notes()).toEqual([{ words: 'In the middle of a sentence', by_staff_id: noor.staffId }])
})

test('somebody else who signs in meanwhile never sends the first person’s words', async ({
  page,
  record,
}) => {
  const [noor, other] = [await somebodyTyping(record), await somebodyTyping(record)]
  await noor.signIn(page)
  await open(page, noor)
  await words(page).fill('Only mine to send.')
  await draftSaved(page)
  await page.context().clearCookies()
  await other.signIn(await page.context().newPage())
  await words(page).fill('Only mine to send, all of it.')
  await save(page)
  // The draft says so too, where saving takes longer than a pause in typing.
  await expect(page.locator('[data-form-errors]')).toContainText('Only they can save it')
  await expect(words(page)).toHaveValue('Only mine to send, all of it.')
  expect(await noor.notes()).toEqual([])
  expect(await other.drafts()).toEqual([])
})

test('a draft is there on return: gone on with, in another window a choice, and deleted', async ({
  page,
  record,
}) => {
  const noor = await somebodyTyping(record)
  await noor.signIn(page)
  await open(page, noor)
  await words(page).fill('Begun on the bus.')
  // Leaving the field is enough.
  await page.getByLabel('Day', { exact: true }).focus()
  await draftSaved(page)

  await page.goto('/care/today')
  await page.getByRole('link', { name: 'Note for Ted Typed' }).click()
  await expect(page.getByText(/^You have a draft from \w+ \d\d:\d\d\./)).toBeVisible()
  await expect(words(page)).toBeDisabled()
  await page.getByRole('link', { name: 'Continue' }).click()
  await expect(words(page)).toHaveValue('Begun on the bus.')

  const second = await page.context().newPage()
  await second.goto(noor.note)
  await second.getByRole('link', { name: 'Continue' }).click()
  await words(second).fill('Gone on with in the second window.')
  await draftSaved(second)
  await words(page).fill('Gone on with in the first.')
  await expect(page.getByText('You have another draft of this in another window.')).toBeVisible()
  await expect(page.getByText('Gone on with in the second window.')).toBeVisible()
  await expect(words(page)).toHaveValue('Gone on with in the first.')
  expect(await noor.drafts()).toMatchObject([{ input: { words: 'Gone on with in the second window.' } }])
  await page.getByRole('button', { name: 'Take the other' }).click()
  await expect(words(page)).toHaveValue('Gone on with in the second window.')
  await second.close()

  await open(page, noor)
  await page.getByRole('button', { name: /^Delete/ }).click()
  await expect(words(page)).toHaveValue('')
  await expect(words(page)).toBeEnabled()
  expect(await noor.drafts()).toEqual([])
})

test('two minutes before the end there is a warning in every tab; “Stay signed in” in one is enough', async ({
  page,
  record,
}) => {
  const noor = await somebodyTyping(record)
  await noor.signIn(page)
  await open(page, noor)
  const second = await page.context().newPage()
  await second.goto('/care/people')
  /** So many minutes more than nothing may happen; fewer where negative. */
  const idle = (beyond: number) =>
    record(
      `update app.sessions s set seen_at = now() - make_interval(mins => p.idle_minutes + $2)
       from partnerships p where p.id = s.partnership_id and s.staff_id = $1`,
      [noor.staffId, beyond],
    )
  const warning = (tab: Page) => tab.getByRole('dialog', { name: 'Are you still there?' })

  await alive(second)
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

test('what is pressed and typed before the page is alive is kept, and saved', async ({
  as,
  record,
  youngPerson,
}) => {
  const { personId, given, base } = await youngPerson('Early', ['Catch the first bus'])
  const amira = await as('clinician')
  let come = () => {}
  const coming = new Promise<void>((resolve) => {
    come = resolve
  })
  await amira.route(/\.js(\?|$)/, async (route) => {
    await coming
    await route.continue()
  })
  await amira.goto(`${base}/rating`, { waitUntil: 'commit' })
  const [who, seven] = [given, '7'].map((name) => amira.getByRole('radio', { name, exact: true }))
  await who!.check()
  await seven!.check()
  await amira.getByLabel('What makes it that number?').fill('Two stops late.')
  come()
  await alive(amira)
  await draftSaved(amira)
  await expect(who!).toBeChecked()
  await expect(seven!).toBeChecked()
  await expect(amira.getByLabel('What makes it that number?')).toHaveValue('Two stops late.')
  await amira.getByRole('button', { name: 'Save ratings' }).click()
  await saved(amira)
  expect(await record('select value, words from ratings where person_id = $1', [personId])).toEqual([
    { value: 7, words: 'Two stops late.' },
  ])
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 900 } })

  test('a session that has ended shows the posted text beside the sign-in, and in the form after it', async ({
    page,
    record,
  }) => {
    const [noor, other] = [await somebodyTyping(record), await somebodyTyping(record)]
    await noor.signIn(page)
    await page.goto(noor.note)
    await words(page).fill('Posted after the end, 320 pixels wide.')
    await noor.revoke()
    await save(page)
    await expect(page.getByRole('heading', { name: 'What you wrote is not lost' })).toBeVisible()
    await expect(page.getByText('Posted after the end, 320 pixels wide.')).toBeVisible()

    // Somebody else at the same browser is not given it.
    await other.signIn(page)
    await page.goto(other.note)
    await expect(words(page)).toHaveValue('')
    await other.revoke()

    await noor.signIn(page, `/care/people/${noor.personId}/story/note`)
    await expect(words(page)).toHaveValue('Posted after the end, 320 pixels wide.')
    await save(page)
    await saved(page)
    expect(await noor.notes()).toMatchObject([{ words: 'Posted after the end, 320 pixels wide.' }])
    expect(await record('select 1 from app.held_texts where staff_id = $1', [noor.staffId])).toEqual([])
  })

  test('a draft is gone on with by a link, and deleted by a button', async ({ page, record }) => {
    const noor = await somebodyTyping(record)
    await noor.signIn(page)
    await record(
      `insert into drafts (partnership_id, id, staff_id, form, person_id, input, by_window, turn)
       select partnership_id, $1, id, 'note', $2, '{"words":"Kept on Tuesday."}', $1, 1 from staff where id = $3`,
      [newId(), noor.personId, noor.staffId],
    )
    await page.goto(noor.note)
    await expect(page.getByText(/^You have a draft from/)).toBeVisible()
    await page.getByRole('link', { name: 'Continue' }).click()
    await expect(words(page)).toHaveValue('Kept on Tuesday.')
    await page.getByLabel('Year', { exact: true }).fill('2999')
    await save(page)
    await expect(page.locator('[data-form-errors]')).toContainText('There is a problem')
    await expect(words(page)).toHaveValue('Kept on Tuesday.')
    await page.goto(noor.note)
    await page.getByRole('button', { name: /^Delete/ }).click()
    await expect(words(page)).toHaveValue('')
    expect(await noor.drafts()).toEqual([])
  })
})
