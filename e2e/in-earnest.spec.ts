import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { codeAt } from '../lib/access/totp'
import { expect, signOut, test } from './setup/journey'
import { places } from './setup/places'

type Account = { name: string; email: string; password: string }

const own = 'kettle orchard lantern seventeen'
const problem = (page: Page) => page.locator('[data-form-errors]')

const signIn = async (page: Page, email: string, password: string, code = '') => {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail or sign-in name').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByLabel('Code').fill(code)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** The first sign-in of anyone in earnest: an own password, a second step, recovery codes. */
const settleIn = async (page: Page, { email, password }: Account, look: (page: Page) => Promise<void>) => {
  await signIn(page, email, password)
  await expect(page.getByRole('heading', { level: 1, name: 'Choose your password' })).toBeVisible()
  // Nothing else opens before.
  await page.goto('/account')
  await expect(page.getByRole('heading', { level: 1, name: 'Your account' })).toHaveCount(0)
  await page.goto('/account/first-password')
  await page.getByLabel('New password', { exact: true }).fill(own)
  await page.getByLabel('New password again').fill('something else entirely')
  await page.getByRole('button', { name: 'Save password' }).click()
  await expect(problem(page)).toBeFocused()
  await look(page)
  await page.getByLabel('New password', { exact: true }).fill(own)
  await page.getByLabel('New password again').fill(own)
  await page.getByRole('button', { name: 'Save password' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Set up your second step' })).toBeVisible()
  await look(page)
  const secret = (await page.locator('code').innerText()).replaceAll(' ', '')
  const now = new Date()
  const used = codeAt(secret, now)
  await page.getByLabel('Code from the app').fill(used)
  await page.getByRole('button', { name: 'Confirm' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Recovery codes' })).toBeVisible()
  await page.getByRole('button', { name: 'Show my recovery codes' }).click()
  await expect(page.getByRole('heading', { name: 'Your recovery codes' })).toBeFocused()
  const recovery = await page.getByRole('listitem').locator('code').allInnerTexts()
  await look(page)
  await page.getByRole('link', { name: 'I have kept them' }).click()
  // One step of the clock later: still within what a phone may be out, and not used yet.
  return { used, following: codeAt(secret, new Date(now.getTime() + 30_000)), recovery }
}

test('a partnership in earnest is set up on screens, and a leaver is out at once', async ({ as, look }) => {
  test.setTimeout(120_000)
  const edith: Account = JSON.parse(readFileSync(places.earnest, 'utf8'))
  const page = await as('nobody')

  await test.step('the sign-in page offers nobody of it, and does not say who is known', async () => {
    await page.goto('/sign-in')
    await look(page)
    expect(await page.content()).not.toMatch(/Earnest/)
    const said: string[] = []
    for (const email of [edith.email, 'nobody-at-all@earnest.example']) {
      await signIn(page, email, 'not the password at all')
      await expect(problem(page)).toBeFocused()
      said.push(await problem(page).innerText())
      expect(await page.content()).not.toContain('not the password at all')
    }
    expect(said[0]).toContain('The e-mail or sign-in name, or the password, is not right.')
    expect(said[1]).toBe(said[0])
  })

  const mine = await test.step('the first administrator settles in', () => settleIn(page, edith, look))
  expect(mine.recovery.length).toBeGreaterThanOrEqual(8)
  await expect(page.getByRole('heading', { level: 1, name: 'People and access' })).toBeVisible()

  await test.step('a code works once, and so does a recovery code', async () => {
    await signOut(page)
    await signIn(page, edith.email, own)
    await expect(problem(page)).toContainText('Enter the 6-digit code')
    await signIn(page, edith.email, own, mine.used)
    await expect(problem(page)).toContainText('was used before')
    await signIn(page, edith.email, own, mine.following)
    await expect(page.getByRole('heading', { level: 1, name: 'People and access' })).toBeVisible()
    await signOut(page)
    await signIn(page, edith.email, own, mine.recovery[0])
    await expect(page.getByRole('heading', { level: 1, name: 'People and access' })).toBeVisible()
    await signOut(page)
    await signIn(page, edith.email, own, mine.recovery[0])
    await expect(problem(page)).toContainText('was used before')
    await signIn(page, edith.email, own, mine.recovery[1])
    await expect(page.getByRole('heading', { level: 1, name: 'People and access' })).toBeVisible()
  })

  await test.step('an organisation and a team', async () => {
    await page.goto('/admin/teams/new-organisation')
    await page.getByLabel('Name of the organisation').fill('Earnest Youth')
    await page.getByRole('radio', { name: 'Charity or community organisation' }).check()
    await look(page)
    await page.getByRole('button', { name: 'Add organisation' }).click()
    await expect(page.getByText(/Saved at/)).toBeVisible()
    await page.goto('/admin/teams/new')
    await page.getByLabel('Name of the team').fill('North team')
    await page.getByRole('radio', { name: 'Clinical', exact: false }).first().check()
    await page.getByLabel('Organisation', { exact: true }).selectOption({ label: 'Earnest NHS Trust' })
    await look(page)
    await page.getByRole('button', { name: 'Add team' }).click()
    await expect(page.getByText(/Saved at/)).toBeVisible()
  })

  const clara = { name: 'Clara Clinician', email: 'clara@earnest.example', password: '' }
  await test.step('a clinician, with a temporary password that is shown once', async () => {
    await page.goto('/admin/people/new')
    await page.getByLabel('Full name').fill(clara.name)
    await page.getByLabel('E-mail address').fill(clara.email)
    await page.getByLabel('Organisation', { exact: true }).selectOption({ label: 'Earnest NHS Trust' })
    await page.getByRole('radio', { name: 'Clinician' }).check()
    await page.getByLabel('Team', { exact: true }).selectOption({ label: 'North team, Earnest NHS Trust' })
    await look(page)
    await page.getByRole('button', { name: 'Add them' }).click()
    const said = await page.getByRole('status').filter({ hasText: 'Temporary password' }).innerText()
    clara.password = /Temporary password: (\S.*)$/.exec(said)![1]!.trim()
  })

  const hers = await as('nobody')
  const second = await test.step('she settles in, with her own second step', () =>
    settleIn(hers, clara, look))
  await hers.goto('/care/today')
  await expect(hers.getByRole('heading', { level: 1 })).toBeVisible()

  await test.step('suspended, her very next request is refused', async () => {
    await page.goto('/admin/people')
    await page.getByRole('link', { name: clara.name }).click()
    await expect(page).toHaveURL(/\/admin\/people\/\w/)
    await look(page)
    await page.getByRole('button', { name: 'Suspend', exact: true }).click()
    await expect(page.getByText(/Saved at/)).toBeVisible()
    await hers.goto('/care/people')
    await expect(hers.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
    await signIn(hers, clara.email, own, second.recovery[0])
    await expect(problem(hers)).toContainText('The e-mail or sign-in name, or the password, is not right.')
  })

  await test.step('let in again; and out when her only role ends', async () => {
    await page.getByRole('button', { name: 'Let them in again' }).click()
    await expect(page.getByText(/Saved at/)).toBeVisible()
    await signIn(hers, clara.email, own, second.recovery[1])
    await expect(hers.locator('summary', { hasText: clara.name })).toBeVisible()
    await page.getByRole('button', { name: 'End this role' }).click()
    await expect(page.getByText(/holds no role/)).toBeVisible()
    await hers.goto('/care/people')
    await expect(hers.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
    await signIn(hers, clara.email, own, second.recovery[2])
    await expect(problem(hers)).toContainText('The e-mail or sign-in name, or the password, is not right.')
  })
})
