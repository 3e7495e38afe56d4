import type { Page } from '@playwright/test'
import { expect, test } from './setup/journey'

const words = 'Sleep without my head going round'

/** Every open goal the same number, by the young person. */
const rate = async (page: Page, base: string, given: string, value: string) => {
  await page.goto(`${base}/rating`)
  await page.getByRole('radio', { name: given, exact: true }).check()
  await page.getByRole('group', { name: words }).getByRole('radio', { name: value, exact: true }).check()
  await page.getByRole('button', { name: 'Save ratings' }).click()
  await expect(page.getByText(/Saved at/)).toBeVisible()
}

const standing = 'select value from standing_ratings where person_id = $1 order by made_at'

for (const width of [1280, 320])
  test(`a goal that does not move is talked about, at ${width}`, async ({
    as,
    look,
    record,
    youngPerson,
  }) => {
    test.setTimeout(120_000)
    const { personId, base } = await youngPerson('Linnea', [words])
    const amira = await as('clinician', { width })
    const values = async () => (await record<{ value: number }>(standing, [personId])).map((row) => row.value)

    await test.step('the rating page shows no earlier number; the picture opens after saving', async () => {
      await rate(amira, base, 'Linnea', '3')
      await amira.goto(`${base}/rating`)
      await expect(amira.getByText('Earlier ratings open after you save.')).toBeVisible()
      await rate(amira, base, 'Linnea', '9')
      await expect(amira.getByText(/Moved from 3 to 9/)).toBeVisible()
    })

    await test.step('a save is taken back at once: “Saved at 14:05. Undo”', async () => {
      await amira.getByRole('button', { name: 'Undo' }).click()
      await expect(amira.getByText(/Taken back at/)).toBeVisible()
      await expect(amira.getByText('One rating so far.')).toBeVisible()
      expect(await values()).toEqual([3])
      await look(amira)
    })

    await test.step('a slip is corrected with a reason; both values stay', async () => {
      await rate(amira, base, 'Linnea', '8')
      await amira.getByRole('link', { name: words }).click()
      await amira
        .getByRole('link', { name: /^Correct/ })
        .first()
        .click()
      await expect(amira).toHaveURL(/\/ratings\//)
      await look(amira)
      await amira.getByRole('radio', { name: '2', exact: true }).check()
      await amira.getByRole('button', { name: 'Save correction' }).click()
      await expect(amira.locator('[data-form-errors]')).toContainText('Say why it is put right.')
      await amira.getByLabel('Why is it put right?').fill('Tapped 8, meant 2.')
      await amira.getByRole('button', { name: 'Save correction' }).click()
      await expect(amira.getByText('Tapped 8, meant 2.')).toBeVisible()
      await expect(amira.getByText('Moved down from 3 to 2.').first()).toBeVisible()
      expect(await values()).toEqual([3, 2])
      await look(amira)
    })

    await test.step('the third rating that did not move opens the talk', async () => {
      await rate(amira, base, 'Linnea', '3')
      await expect(amira.getByRole('heading', { level: 1, name: 'Talk about it' })).toBeVisible()
      await expect(amira.getByText('Goals do not always move. What shall we do?')).toBeVisible()
      await look(amira)
      await amira.getByLabel('What have we tried?').fill('A walk before bed.')
      await amira.getByRole('button', { name: 'Save what we decided' }).click()
      await expect(amira.locator('[data-form-errors]')).toContainText('Choose what you decided together.')
      await expect(amira.getByLabel('What have we tried?')).toHaveValue('A walk before bed.')
      await amira.getByRole('radio', { name: 'Bring someone else in' }).check()
      await amira.getByLabel('In their words').fill('maybe nan could help')
      await amira.getByRole('button', { name: 'Save what we decided' }).click()
      await expect(amira.getByText('maybe nan could help')).toBeVisible()
      expect(await record('select kind, done_at from tasks where person_id = $1', [personId])).toEqual([
        { kind: 'bring-someone-in', done_at: null },
      ])
    })

    await test.step('a small step, with who and when, is ticked off', async () => {
      await amira.getByRole('link', { name: 'Add a small step' }).click()
      await expect(amira).toHaveURL(/\/steps\/new$/)
      await look(amira)
      await amira.getByLabel('What is the step?').fill('Phone downstairs at ten')
      await amira.getByLabel('Who does it?').fill('Linnea')
      await amira.getByRole('button', { name: 'Save step' }).click()
      await amira.getByRole('button', { name: 'Done' }).click()
      await expect(amira.getByRole('button', { name: 'Not done after all' })).toBeVisible()
    })

    await test.step('a review closes with an entry for each goal, and not before', async () => {
      await amira.goto(`${base}/review`)
      await look(amira)
      await amira.getByRole('button', { name: 'Save review' }).click()
      await expect(amira.locator('[data-form-errors]')).toContainText(
        `Choose what you decided together about ‘${words}’`,
      )
      await amira.getByRole('radio', { name: 'Keep going' }).check()
      await amira.getByRole('button', { name: 'Save review' }).click()
      await expect(amira.getByText(/Saved at/)).toBeVisible()
      expect(await record('select 1 from reviews where person_id = $1', [personId])).toHaveLength(1)
    })

    await test.step('changed words are a new goal; the old one stays in sight', async () => {
      await amira.getByRole('link', { name: words }).click()
      await amira.getByRole('link', { name: 'End or change this goal' }).click()
      await amira.getByRole('radio', { name: 'The goal changed into another' }).check()
      await amira.getByLabel('The new goal, in their words').fill('Sleep at my dad’s too')
      await amira.getByRole('button', { name: 'End this goal' }).click()
      await expect(amira.getByRole('heading', { level: 1, name: 'Sleep at my dad’s too' })).toBeVisible()
      await expect(amira.getByText('It came from an earlier goal')).toBeVisible()
      await amira.goto(`${base}/goals`)
      await expect(amira.getByRole('heading', { name: 'Ended goals' })).toBeVisible()
      await expect(amira.getByRole('link', { name: words })).toBeVisible()
    })
  })

for (const script of [true, false])
  test(`words that name a service are asked about and kept, ${script ? 'with' : 'without'} script`, async ({
    as,
    fits,
    record,
    youngPerson,
  }) => {
    const { personId, base } = await youngPerson('Casper', [])
    const amira = await as('clinician', { script, width: 320 })
    await amira.goto(`${base}/goals/new`)
    await amira.getByLabel('In their words').fill('attend anger management')
    await amira.getByRole('radio', { name: 'Casper', exact: true }).check()
    await amira.getByRole('button', { name: 'Save goal' }).click()
    await expect(amira.getByText(/what would that make possible\?/).first()).toBeVisible()
    await expect(amira.getByLabel('In their words')).toHaveValue('attend anger management')
    await fits(amira)
    await amira.getByRole('button', { name: 'Keep these words' }).click()
    await expect(amira.getByText(/Saved at/)).toBeVisible()
    expect(await record('select words from goals where person_id = $1', [personId])).toEqual([
      { words: 'attend anger management' },
    ])
  })

test('ending a goal short of 10 opens the talk and makes a task; the talk ticks it off', async ({
  as,
  record,
  youngPerson,
}) => {
  const { personId, base } = await youngPerson('Maja', [words])
  const amira = await as('clinician', { script: false })
  await rate(amira, base, 'Maja', '4')
  await amira.getByRole('link', { name: words }).click()
  await amira.getByRole('link', { name: 'End or change this goal' }).click()
  await amira.getByRole('radio', { name: 'Stop for now' }).check()
  await amira.getByRole('button', { name: 'End this goal' }).click()
  await expect(amira.getByRole('heading', { level: 1, name: 'Talk about it' })).toBeVisible()
  const tasks = 'select kind, done_at is not null as done from tasks where person_id = $1'
  expect(await record(tasks, [personId])).toEqual([{ kind: 'discuss', done: false }])
  await amira.getByRole('radio', { name: 'Keep going' }).check()
  await amira.getByRole('button', { name: 'Save what we decided' }).click()
  await expect(amira.getByText(/Saved at/)).toBeVisible()
  expect(await record(tasks, [personId])).toEqual([{ kind: 'discuss', done: true }])
})
