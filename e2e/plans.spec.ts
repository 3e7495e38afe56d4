import type { Page } from '@playwright/test'
import { expect, test } from './setup/journey'

const write = async (page: Page, parts: Record<string, string>) => {
  for (const [part, words] of Object.entries(parts))
    await page.getByRole('textbox', { name: part }).fill(words)
  await page.getByRole('checkbox', { name: /was here, and this is what they want/ }).check()
  await page.getByRole('button', { name: 'Save plan' }).click()
}

/** The page has asked which version is the newest: from now on it knows when it is not. */
const opened = async (page: Page, address: string) => {
  const asked = page.waitForResponse(/\/newest$/)
  await page.goto(address)
  expect((await asked).status()).toBe(200)
}

test('a plan is started together, changed by suggestion, shared line by line, and never merged', async ({
  as,
  look,
  fits,
  youngPerson,
}) => {
  test.setTimeout(120_000)
  const { base, given } = await youngPerson('Robin', ['Sleep'])
  const amira = await as('clinician')

  await test.step('there is no plan yet, and it is started together, with who was there', async () => {
    await amira.goto(`${base}/plan`)
    await expect(amira.getByText(`${given} has not started a plan.`)).toBeVisible()
    await look(amira)
    await amira.getByRole('link', { name: 'Start it together' }).click()
    await expect(amira.getByRole('heading', { level: 1, name: /together/ })).toBeVisible()
    await look(amira)
    await amira.getByRole('textbox', { name: 'What keeps me well' }).fill('A walk before bed\nMusic')
    await amira.getByRole('button', { name: 'Save plan' }).click()
    await expect(amira.getByText('There is a problem')).toBeVisible()
    await expect(amira.getByRole('textbox', { name: 'What keeps me well' })).toHaveValue(
      'A walk before bed\nMusic',
    )
    await write(amira, { 'What a good day looks like': 'Up before ten' })
    await expect(amira.getByText(/Saved at/)).toBeVisible()
    await expect(
      amira.getByText(/Version 1, saved .* Written together by Robin, Amira Hussain/),
    ).toBeVisible()
    await look(amira)
  })

  await test.step('a suggested change changes nothing, and says what it would do', async () => {
    await amira.getByRole('link', { name: 'Suggest a change' }).click()
    await amira
      .getByRole('textbox', { name: 'What keeps me well' })
      .fill('A walk before bed\nMusic\nThe allotment')
    await amira.getByLabel('Why do you suggest it?').fill('You said it helped.')
    await amira.getByRole('button', { name: 'Suggest this change' }).click()
    await expect(amira.getByText('Adds: The allotment')).toBeVisible()
    await expect(amira.getByText(/Version 1, saved/)).toBeVisible()
    await look(amira)
  })

  await test.step('it is gone through together: saving answers it', async () => {
    await amira.getByRole('link', { name: 'Go through it together' }).click()
    await expect(amira.getByRole('textbox', { name: 'What keeps me well' })).toHaveValue(/The allotment/)
    await write(amira, {})
    await expect(amira.getByText(/Version 2, saved/)).toBeVisible()
    await expect(amira.getByText('Nothing waits.')).toBeVisible()
  })

  await test.step('H2: of two who write at once the second sees both texts and saves what holds', async () => {
    const jo = await as('clinician')
    await jo.goto(`${base}/plan/together`)
    await amira.goto(`${base}/plan/together`)
    await write(amira, { 'People and places': 'The library' })
    await expect(amira.getByText(/Version 3, saved/)).toBeVisible()
    await write(jo, { 'People and places': 'The pier' })
    await expect(jo.getByText(/saved a newer plan/)).toBeVisible()
    await expect(jo.getByText('The library')).toBeVisible()
    await expect(jo.getByRole('textbox', { name: 'People and places' })).toHaveValue('The pier')
    await look(jo)
    await jo.getByRole('textbox', { name: 'People and places' }).fill('The library\nThe pier')
    await jo.getByRole('button', { name: 'Save plan' }).click()
    await expect(jo.getByText(/Version 4, saved/)).toBeVisible()
    await jo.goto(`${base}/plan/versions/1`)
    await expect(jo.getByText('This is an earlier version.')).toBeVisible()
    await look(jo)
  })

  await test.step('a line is shared with somebody the young person named', async () => {
    await amira.goto(`${base}/plan/sharing`)
    await amira.getByRole('checkbox', { name: 'Music' }).check()
    await amira.getByLabel('With whom?').selectOption({ index: 1 })
    await amira.getByRole('checkbox', { name: `${given} wants this` }).check()
    await amira.getByRole('button', { name: 'Share these lines' }).click()
    await expect(amira.getByRole('button', { name: 'Stop sharing' })).toBeVisible()
    await look(amira)
    await amira.goto(`${base}/plan`)
    await expect(amira.getByText(/^Shared with /)).toBeVisible()
  })

  await test.step('on a phone of 320 px nothing has to be moved sideways', async () => {
    const phone = await as('clinician', { width: 320 })
    for (const page of ['', '/change', '/together', '/sharing', '/versions/1']) {
      await phone.goto(`${base}/plan${page}`)
      await fits(phone)
    }
  })
})

test('the safety plan is one press from every page of a record, and a page says within a minute when it is not the newest', async ({
  as,
  look,
  youngPerson,
}) => {
  test.setTimeout(120_000)
  const { base } = await youngPerson('Robin', ['Sleep'])
  const amira = await as('clinician')
  for (const page of ['', '/goals', '/plan', '/story', '/handover', '/details', '/grouping', '/concern']) {
    await amira.goto(base + page)
    await amira.getByRole('link', { name: 'No safety plan yet' }).first().click()
    await expect(amira.getByRole('heading', { level: 1, name: /safety plan/ })).toBeVisible()
  }
  await amira.getByRole('link', { name: 'Start it together' }).click()
  await write(amira, { 'What I can do by myself': 'Cold water' })
  await expect(amira.getByText(/Version 1, saved/)).toBeVisible()
  await look(amira)

  const other = await as('clinician')
  await other.clock.install()
  await opened(other, `${base}/safety-plan`)
  const newer = other.getByText(/A newer version of this safety plan was saved at \d\d:\d\d/)
  await amira.getByRole('link', { name: 'Write it together' }).click()
  await write(amira, { 'What I can do by myself': 'Cold water\nThe playlist' })
  await expect(amira.getByText(/Version 2, saved/)).toBeVisible()
  await expect(newer).toBeHidden()
  await other.clock.fastForward(59_000)
  await expect(newer).toBeVisible()
  await look(other)
  await other.getByRole('link', { name: 'Show it.' }).click()
  await expect(other.getByText('The playlist')).toBeVisible()
})

test('without a connection the page says that it may not be the newest, and takes it back when there is one', async ({
  as,
  youngPerson,
}) => {
  const { base } = await youngPerson('Robin', ['Sleep'])
  const amira = await as('clinician')
  await opened(amira, `${base}/safety-plan`)
  const banner = amira.getByText('This may not be the newest safety plan: we cannot check just now.')
  await expect(banner).toBeHidden()
  // Any answer but the number: a session that ended, a server that is gone.
  await amira.route(/\/newest$/, (route) => route.fulfill({ status: 404 }))
  await amira.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect(banner).toBeVisible()
  await amira.unroute(/\/newest$/)
  await amira.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect(banner).toBeHidden()
})

test('a concern about safety is noted from any page, and stays on Today until it has been read', async ({
  as,
  look,
  fits,
  youngPerson,
}) => {
  test.setTimeout(90_000)
  const { base, given, family } = await youngPerson('Robin', ['Sleep'])
  const lena = await as('team-lead')
  const amira = await as('clinician')
  await amira.goto('/care/today')
  await amira.getByRole('link', { name: 'Concern about safety', exact: true }).click()
  await expect(amira.getByRole('heading', { level: 1, name: 'Who is the concern about?' })).toBeVisible()
  await look(amira)
  await amira.goto(`${base}/goals`)
  await amira.getByRole('link', { name: 'Concern about safety', exact: true }).click()
  await expect(amira.getByRole('heading', { level: 1, name: 'Note a concern about safety' })).toBeVisible()
  await look(amira)
  await amira.getByLabel('What is the concern?').fill('Nowhere to sleep on Friday')
  await amira.getByLabel(/What was seen or heard/).fill('“they changed the lock”')
  await amira.getByLabel('What is done now?').fill('Rang the aunt')
  await amira.getByRole('radio', { name: 'Somebody has been told' }).check()
  await amira.getByRole('radio', { name: 'Yes, we talked about it' }).check()
  await amira.getByRole('button', { name: 'Save this concern' }).click()
  await expect(amira.getByRole('link', { name: 'Enter the name of whoever was told.' })).toBeVisible()
  await expect(amira.getByLabel('What is the concern?')).toHaveValue('Nowhere to sleep on Friday')
  await look(amira)
  await amira.getByRole('radio', { name: /Not yet told/ }).check()
  await amira.getByRole('button', { name: 'Save this concern' }).click()
  await expect(amira.getByText('Nobody has been told yet.')).toBeVisible()
  await look(amira)
  await amira.goto('/care/today')
  await expect(amira.getByRole('link', { name: 'Write down who was told' }).first()).toBeVisible()

  await lena.goto('/care/today')
  await lena
    .getByRole('link', { name: `${given} ${family}` })
    .first()
    .click()
  await expect(lena.getByText('Has not read it yet').first()).toBeVisible()
  await lena.getByRole('button', { name: 'I have read this' }).click()
  await expect(lena.getByText(/^Read it /).first()).toBeVisible()
  await lena.goto('/care/today')
  await expect(lena.getByRole('link', { name: `${given} ${family}` })).toHaveCount(0)

  const phone = await as('clinician', { width: 320, script: false })
  await phone.goto(`${base}/concern`)
  await fits(phone)
  await phone
    .getByRole('link', { name: /\d\d:\d\d/ })
    .first()
    .click()
  await phone.locator('summary', { hasText: 'Add what happened' }).click()
  await phone.getByLabel('What happened?').fill('The aunt rang back.')
  await phone.getByRole('button', { name: 'Add to this concern' }).click()
  await expect(phone.getByText('The aunt rang back.')).toBeVisible()
  await fits(phone)
  await lena.goto('/care/today')
  await expect(lena.getByRole('link', { name: `${given} ${family}` }).first()).toBeVisible()
})
