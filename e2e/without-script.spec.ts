import type { Page } from '@playwright/test'
import { expect, fillDate, inDays, test } from './setup/journey'

// A phone of 320 px on which no script runs: every form is a plain form.
const phone = { width: 320, script: false }
const problem = (page: Page) => page.locator('[data-form-errors]')
const saved = (page: Page) => expect(page.getByText(/Saved at \d\d:\d\d/)).toBeVisible()

test('without script: signing in, finding someone, and a referral with a mistake put right', async ({
  as,
  fits,
  record,
  youngPerson,
}) => {
  const known = await youngPerson('Sunniva', ['Swim again'])
  const family = `Plain${Date.now() % 100_000}`
  const page = await as('nobody', phone)

  await test.step('one press signs in', async () => {
    await page.goto('/sign-in')
    await fits(page)
    await page.getByRole('button', { name: /Amira Hussain/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await fits(page)
  })

  await test.step('the name that is looked for is never part of an address', async () => {
    const addresses: string[] = []
    page.on('request', (request) => addresses.push(request.url()))
    await page.goto('/care/search')
    await page.getByRole('main').getByLabel('Name, NHS number or date of birth').fill(known.family)
    await page.getByRole('main').getByRole('button', { name: 'Search' }).click()
    await expect(page.getByRole('link', { name: new RegExp(known.family) })).toBeVisible()
    await fits(page)
    expect(addresses.join(' ')).not.toContain(known.family)
    await page.getByRole('link', { name: new RegExp(known.family) }).click()
    await expect(page).toHaveURL(known.base)
  })

  await test.step('a referral is refused with sentences, keeps its words, and is saved', async () => {
    await page.goto('/care/referrals/new')
    await page.getByLabel('First name').fill('Robin')
    await page.getByLabel('Last name').fill(family)
    await page.getByRole('button', { name: 'Look for them' }).click()
    await expect(problem(page)).toContainText('There is a problem')
    await expect(page.getByLabel('Last name')).toHaveValue(family)
    await fillDate(page, 'Date of birth', '2010-05-14')
    await page.getByRole('button', { name: 'Look for them' }).click()
    await page.getByRole('link', { name: /Continue|someone new/ }).click()
    await expect(page.getByLabel('Last name')).toHaveValue(family)
    await page.getByLabel('Why, in their own words').fill('“Everything is loud.”')
    await page.getByLabel('Postcode where they live now').fill('QE1 0AB')
    await page.getByRole('button', { name: 'Save referral' }).click()
    await expect(problem(page)).toContainText('There is a problem')
    await expect(page.getByLabel('Why, in their own words')).toHaveValue('“Everything is loud.”')
    await fits(page)
    await page.getByLabel('If there is no NHS number, why?').selectOption({ index: 1 })
    await page.getByLabel('Who made it?').selectOption({ index: 1 })
    await page.getByRole('button', { name: 'Save referral' }).click()
    await expect(page.getByRole('heading', { level: 1, name: `Referral of Robin ${family}` })).toBeVisible()
    await fits(page)
  })

  await test.step('it is accepted, with a named worker', async () => {
    await page.getByRole('link', { name: 'Accept', exact: true }).click()
    await fits(page)
    await page.getByLabel('Named worker').selectOption({ label: 'Amira Hussain' })
    await page.getByRole('button', { name: 'Accept referral' }).click()
    await saved(page)
    expect(
      await record(
        `select e.status, s.name from episodes e join people p on p.id = e.person_id join staff s on s.id = e.named_worker_id
         where p.family_name = $1`,
        [family],
      ),
    ).toEqual([{ status: 'open', name: 'Amira Hussain' }])
  })
})

test('without script: rating, a shared decision and a note', async ({ as, fits, record, youngPerson }) => {
  const words = 'Sit with the others at lunch'
  const { personId, base } = await youngPerson('Ottilie', [words])
  const amira = await as('clinician', phone)

  await test.step('a rating without a number is asked for again, then kept', async () => {
    await amira.goto(`${base}/rating`)
    await fits(amira)
    const tiles = amira.getByRole('group', { name: words })
    await amira.getByRole('radio', { name: 'Ottilie' }).check()
    await tiles.getByLabel('What makes it that number?').fill('Two lunches.')
    await amira.getByRole('button', { name: 'Save ratings' }).click()
    await expect(problem(amira)).toContainText(`Choose a number or ‘Not today’ for ‘${words}’`)
    await expect(amira.getByRole('radio', { name: 'Ottilie' })).toBeChecked()
    await expect(tiles.getByLabel('What makes it that number?')).toHaveValue('Two lunches.')
    await fits(amira)
    await tiles.getByRole('radio', { name: '4', exact: true }).check()
    await amira.getByRole('button', { name: 'Save ratings' }).click()
    await saved(amira)
    expect(await record('select value, words from ratings where person_id = $1', [personId])).toEqual([
      { value: 4, words: 'Two lunches.' },
    ])
  })

  await test.step('a shared decision is not saved without their view', async () => {
    await amira.goto(`${base}/grouping/decision`)
    await amira.getByRole('radio', { name: /^Getting Advice and Signposting/ }).check()
    await amira.getByLabel('What else was talked about?').fill('Meeting every week')
    await amira.getByLabel('What is needed now').fill('Ideas for lunch time.')
    await amira.getByLabel('The plan').fill('Try two, then talk.')
    await amira.getByLabel('Who does what').fill('Ottilie picks.')
    await amira.getByRole('checkbox', { name: 'Ottilie' }).check()
    await fillDate(amira, 'When shall we look at it again?', inDays(60))
    await amira.getByRole('button', { name: 'Save shared decision' }).click()
    await expect(problem(amira)).toContainText('Write the young person’s view, or choose why it is missing.')
    await expect(amira.getByLabel('The plan')).toHaveValue('Try two, then talk.')
    await expect(amira.getByRole('radio', { name: /^Getting Advice/ })).toBeChecked()
    await fits(amira)
    await amira.getByLabel('Ottilie’s view, in their words').fill('I would rather try it alone first.')
    await amira.getByRole('button', { name: 'Save shared decision' }).click()
    await saved(amira)
    expect(await record('select grouping from grouping_decisions where person_id = $1', [personId])).toEqual([
      { grouping: 'getting-advice' },
    ])
  })

  await test.step('a note', async () => {
    await amira.goto(`${base}/story/note`)
    await amira.getByRole('button', { name: 'Save note' }).click()
    await expect(problem(amira)).toContainText('There is a problem')
    await amira.getByLabel('What happened?').fill('Talked on the way to the bus.')
    await amira.getByRole('button', { name: 'Save note' }).click()
    await saved(amira)
    await expect(amira.getByText('Talked on the way to the bus.')).toBeVisible()
    await fits(amira)
  })
})

test('without script: opening in need, and the figures', async ({ as, fits, youngPerson }) => {
  const { given, family, base } = await youngPerson('Perpetua', ['Answer the door'])
  const jo = await as('facilitator', phone)
  await jo.goto('/care/break-glass')
  await fits(jo)
  await jo.getByLabel('Full name').fill(`${given} ${family}`)
  await fillDate(jo, 'Date of birth', '2010-05-14')
  await jo.getByLabel('Why do you need this record now?').fill('She is here, and her team does not answer.')
  await jo.getByRole('button', { name: 'Open the record' }).click()
  await expect(problem(jo)).toContainText('Tick the box')
  await jo.getByRole('checkbox', { name: /privacy officer will look/ }).check()
  await jo.getByRole('button', { name: 'Open the record' }).click()
  await expect(jo.getByText(/You opened this record in need/)).toBeVisible()
  expect(new URL(jo.url()).pathname).toBe(base)
  await fits(jo)

  const cora = await as('commissioner', phone)
  await cora.goto('/commissioning/equity')
  await cora.getByLabel('Measure').selectOption({ index: 1 })
  await cora.getByRole('button', { name: 'Show' }).click()
  await expect(cora).toHaveURL(/measure=/)
  await expect(cora.getByRole('table').first()).toBeVisible()
  await fits(cora)
})
