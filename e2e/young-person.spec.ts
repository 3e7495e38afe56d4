import type { Page } from '@playwright/test'
import { wrongIn } from '../tests/words/readability'
import { expect, test } from './setup/journey'
import { ownAccount, signInAs } from './setup/own-account'

const saved = (page: Page) => expect(page.getByText(/Saved at \d\d:\d\d/).first()).toBeVisible()

/** What the page itself says: without the words of the young person, names, and what a worker wrote. */
const said = (page: Page) =>
  page.evaluate(() => {
    const main = document.querySelector('main')!.cloneNode(true) as HTMLElement
    for (const own of main.querySelectorAll(
      '.fp-verbatim, .fp-words__text, .fp-plan__lines, textarea, input, select, svg, template',
    ))
      own.remove()
    const blocks = main.querySelectorAll('p, li, h1, h2, h3, label, legend, summary, button, dt, dd')
    return [...blocks]
      .filter((block) => !block.querySelector('p, li, h1, h2, h3, label, legend, summary, button, dt, dd'))
      .map((block) => (block.textContent ?? '').replace(/\s+/g, ' ').trim())
      .filter(Boolean)
      .join('\n')
  })

const pages = [
  '/me',
  '/me/goals',
  '/me/goals/new',
  '/me/rating',
  '/me/plan',
  '/me/plan/change',
  '/me/plan/sharing',
  '/me/safety-plan',
  '/me/safety-plan/change',
  '/me/people',
  '/me/who-can-see',
]

test('a young person’s own pages, on a phone held in one hand', async ({ as, look, record, youngPerson }) => {
  test.setTimeout(240_000)
  const { personId, given } = await youngPerson('Noor', ['Sleep without my head going round'])
  const account = await ownAccount(record, personId, { name: given })
  const noor = await as('nobody', { width: 320 })

  await test.step('help can be had before signing in', async () => {
    await noor.goto('/get-help-now')
    await expect(noor.getByRole('link', { name: 'Call 999' })).toHaveAttribute('href', 'tel:999')
    await look(noor)
  })

  await test.step('Home says hello, what is next, and who is there', async () => {
    await signInAs(noor, account)
    await expect(noor.getByRole('heading', { level: 1, name: `Hi ${given}.` })).toBeVisible()
    await expect(noor.getByText('Amira Hussain')).toBeVisible()
    expect(await noor.title()).not.toMatch(/mental|health|CAMHS|EWMHS|clinic/i)
    await look(noor)
  })

  await test.step('they say how close they feel, and who sees it stands there before they save', async () => {
    await noor.getByRole('link', { name: 'How close do you feel?' }).click()
    await expect(noor.getByText('Who sees it:')).toBeVisible()
    await noor.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(noor.getByText(/Choose a number or .Not today./).first()).toBeVisible()
    await look(noor)
    await noor.getByRole('radio', { name: '3', exact: true }).check()
    await noor.getByRole('button', { name: 'Save', exact: true }).click()
    await saved(noor)
    await expect(noor.getByText('One rating so far.')).toBeVisible()
    await look(noor)
  })

  await test.step('they add a goal, give it a star, take a small step, change the words and end it', async () => {
    await noor.getByRole('link', { name: 'Add a goal' }).click()
    await noor.getByLabel('My goal').fill('draw agen')
    await noor.getByRole('button', { name: 'Save my goal' }).click()
    await saved(noor)
    await noor.getByRole('button', { name: 'Give it a star' }).click()
    await expect(noor.getByText(/You gave this a star/)).toBeVisible()
    await noor.getByText('Add a small step').click()
    await noor.getByLabel('What is the step?').fill('Find my pens')
    await noor.getByRole('button', { name: 'Add this step' }).click()
    await noor.getByRole('button', { name: 'I did this' }).click()
    await expect(noor.getByRole('button', { name: 'Not done after all' })).toBeVisible()
    await look(noor)
    await noor.getByRole('link', { name: 'Change the words' }).click()
    await noor.getByLabel('My goal').fill('Draw most days again')
    await noor.getByRole('button', { name: 'Save my new words' }).click()
    await saved(noor)
    await noor.getByRole('link', { name: 'End this goal' }).click()
    await expect(noor).toHaveURL(/\/end$/)
    await look(noor)
    await noor.getByRole('radio', { name: 'I want to stop for now' }).check()
    await noor.getByRole('button', { name: 'End this goal' }).click()
    await expect(noor.getByText(/This goal ended on/)).toBeVisible()
    expect(
      await record('select words, ended_because from goals where person_id = $1 order by made_at', [
        personId,
      ]),
    ).toEqual([
      { words: 'Sleep without my head going round', ended_because: null },
      { words: 'draw agen', ended_because: 'words-changed' },
      { words: 'Draw most days again', ended_because: 'stop-for-now' },
    ])
  })

  await test.step('they write their plan, and show one line to somebody', async () => {
    await record(
      `insert into relationships (partnership_id, id, person_id, name, relation) select partnership_id, gen_random_uuid(), id, 'Aunt May', 'other' from people where id = $1`,
      [personId],
    )
    await noor.goto('/me/plan')
    await noor.getByRole('link', { name: 'Start my plan' }).click()
    await noor.getByLabel('What helps, what does not').fill('Tea\nBeing left alone')
    await noor.getByRole('button', { name: 'Save my plan' }).click()
    await saved(noor)
    await noor.getByRole('link', { name: 'Who sees which line' }).click()
    await noor.getByRole('checkbox', { name: 'Tea' }).check()
    await noor.getByRole('radio', { name: 'Aunt May' }).check()
    await noor.getByRole('button', { name: 'Show these lines' }).click()
    await expect(noor.getByText(/Aunt May sees this/)).toBeVisible()
    await look(noor)
  })

  await test.step('rules 90 and 91: every page is plain to read, leads to help and to a way out', async () => {
    for (const address of pages) {
      await noor.goto(address)
      await expect(noor.getByRole('link', { name: /Get help now/ }).first()).toBeVisible()
      await expect(noor.getByRole('link', { name: 'Leave this page' })).toBeVisible()
      // Who can see them is a team, which has a name.
      expect(wrongIn((await said(noor)).replaceAll('EWMHS', 'Their team')), address).toEqual([])
      await look(noor)
    }
  })
})

test('without a script a young person reads, rates and finds help', async ({ as, record, youngPerson }) => {
  const { personId, given } = await youngPerson('Ife', ['Draw most days again'])
  const account = await ownAccount(record, personId, { name: given })
  const ife = await as('nobody', { width: 320, script: false })
  await ife.goto('/get-help-now')
  await expect(ife.getByRole('link', { name: 'Call 999' })).toBeVisible()
  await signInAs(ife, account)
  await ife.goto('/me/rating')
  await ife.getByRole('radio', { name: '0', exact: true }).check()
  await ife.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(ife.getByText('One rating so far.')).toBeVisible()
  await ife.goto('/me')
  await ife.getByRole('link', { name: /Get help now/ }).click()
  await expect(ife.getByRole('heading', { level: 1, name: 'Get help now' })).toBeVisible()
})

test('Home is light: 45 KB before any script, 190 KB with everything', async ({
  as,
  record,
  youngPerson,
}) => {
  const { personId, given } = await youngPerson('Ola', ['One goal', 'Another goal', 'A third goal'])
  const account = await ownAccount(record, personId, { name: given })
  const ola = await as('nobody', { width: 320 })
  await signInAs(ola, account)
  const home = await ola.context().newPage()
  const asked: Promise<{ script: boolean; bytes: number }>[] = []
  home.on('requestfinished', (request) => {
    const script = request.resourceType() === 'script'
    // What came over the line, compressed.
    asked.push(request.sizes().then(({ responseBodySize }) => ({ script, bytes: responseBodySize })))
  })
  await home.goto('/me', { waitUntil: 'networkidle' })
  const sizes = await Promise.all(asked)
  const sum = (of: typeof sizes) => of.reduce((total, { bytes }) => total + bytes, 0)
  const first = sum(sizes.filter(({ script }) => !script))
  expect(first).toBeGreaterThan(1024)
  expect(first).toBeLessThan(45 * 1024)
  expect(sum(sizes)).toBeLessThan(190 * 1024)
  await home.close()
})
