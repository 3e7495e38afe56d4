import { expect, test as setup } from '@playwright/test'
import { places } from './places'

/** One press on the demonstration's sign-in page for each role; the journeys start from what the browser keeps. */
const accounts = {
  clinician: 'Amira Hussain',
  facilitator: 'Jo Pereira',
  'team-lead': 'Lena Marsh',
  'charity-lead': 'Marcus Bell',
  commissioner: 'Cora Whitfield',
  'privacy-officer': 'Pat Singh',
  administrator: 'Ada Novak',
}

setup.describe.configure({ mode: 'parallel' })

for (const [who, name] of Object.entries(accounts))
  setup(`${name} signs in with one press`, async ({ page }) => {
    await page.goto('/sign-in')
    await page.getByRole('button', { name: new RegExp(name) }).click()
    await expect(page.locator('summary', { hasText: name })).toBeVisible()
    await page.context().storageState({ path: places.signedIn(who) })
  })
