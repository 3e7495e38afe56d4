import type { Page } from '@playwright/test'
import { expect, test } from './setup/journey'

const saved = (page: Page) => expect(page.getByText(/Saved at \d\d:\d\d/).first()).toBeVisible()

const writeNote = async (page: Page, base: string, words: string) => {
  await page.goto(`${base}/story/note`)
  await page.getByLabel('What happened?').fill(words)
  await page.getByRole('button', { name: 'Save note' }).click()
  await saved(page)
}

/** As if it had been written a quarter of an hour ago. */
const older = `with off as (select set_config('session_replication_role', 'replica', true))
  update notes set made_at = made_at - interval '15 minutes' from off where person_id = $1`

for (const width of [1280, 320])
  test(`the story at ${width}: a note taken back, one corrected with a reason, filters in the address`, async ({
    as,
    look,
    record,
    youngPerson,
  }) => {
    const { base, personId, given } = await youngPerson(`Tale${width}`, ['Draw most days again'])
    const amira = await as('clinician', { width })

    await test.step('undo, within ten minutes', async () => {
      await writeNote(amira, base, 'Meant for another record')
      await look(amira)
      await amira.getByRole('button', { name: 'Undo' }).click()
      await expect(amira.locator('s', { hasText: 'Meant for another record' })).toBeVisible()
      await expect(amira.getByText(/Taken back at once on .* by Amira Hussain/)).toBeVisible()
    })

    await test.step('later it is corrected, with a reason; both stay', async () => {
      await writeNote(amira, base, 'We met at the libary')
      await record(older, [personId])
      await amira.goto(`${base}/story`)
      await amira.getByRole('link', { name: 'Correct this note' }).first().click()
      await expect(amira).toHaveURL(/\/story\/notes\//)
      await look(amira)
      await amira.getByLabel('What was meant').fill('We met at the library')
      await amira.getByRole('button', { name: 'Save correction' }).click()
      await expect(amira.getByRole('link', { name: 'Say why it is put right.' })).toBeVisible()
      await amira.getByLabel('Why is it put right?').fill('Spelling')
      await amira.getByRole('button', { name: 'Save correction' }).click()
      await saved(amira)
      await expect(amira.locator('s', { hasText: 'We met at the libary' })).toBeVisible()
      await expect(amira.getByText('We met at the library', { exact: true })).toBeVisible()
      await expect(amira.getByText(/Corrected on .* Spelling/)).toBeVisible()
    })

    await test.step('filters stand in the address and work as a plain form', async () => {
      await amira.getByLabel('Show', { exact: true }).selectOption('goal')
      await amira.getByRole('button', { name: 'Show these' }).click()
      await expect(amira).toHaveURL(/kind=goal/)
      await expect(amira.getByText('Goal agreed:')).toBeVisible()
      await expect(amira.getByText('We met at the library')).toHaveCount(0)
      await amira.getByRole('link', { name: 'Show everything' }).click()
      await expect(amira.getByText('We met at the library', { exact: true })).toBeVisible()
    })

    await test.step('who looked: not oneself', async () => {
      await amira.getByRole('link', { name: 'Who looked at this record' }).click()
      await expect(amira.getByRole('heading', { level: 1, name: 'Who looked at this record' })).toBeVisible()
      await expect(amira.getByRole('main').getByText('Amira Hussain')).toHaveCount(0)
      await look(amira)
      await amira.getByRole('link', { name: `Back to ${given}’s story` }).click()
    })
  })

test('without script a note is taken back and the story is filtered', async ({ as, record, youngPerson }) => {
  const { base, personId } = await youngPerson('Plain', [])
  const amira = await as('clinician', { script: false, width: 320 })
  await writeNote(amira, base, 'Twice')
  await amira.getByRole('button', { name: 'Undo' }).click()
  await expect(amira.locator('s', { hasText: 'Twice' })).toBeVisible()
  await amira.getByLabel('Show', { exact: true }).selectOption('referral')
  await amira.getByRole('button', { name: 'Show these' }).click()
  await expect(amira.getByText('Twice')).toHaveCount(0)
  expect(await record('select undo from corrections where person_id = $1', [personId])).toEqual([
    { undo: true },
  ])
})
