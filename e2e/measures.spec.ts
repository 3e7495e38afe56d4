import type { Page } from '@playwright/test'
import { expect, test } from './setup/journey'

const record = async (
  page: Page,
  base: string,
  measure: string,
  day: string,
  scores: Record<string, string>,
) => {
  await page.goto(`${base}/measures/new?measure=${measure}`)
  const [year, month, date] = day.split('-')
  const boxes = page.getByRole('group', { name: 'On which day?' })
  await boxes.getByLabel('Day').fill(date!)
  await boxes.getByLabel('Month').fill(month!)
  await boxes.getByLabel('Year').fill(year!)
  for (const [scale, score] of Object.entries(scores))
    await page.getByLabel(scale, { exact: true }).fill(score)
  await page.getByRole('button', { name: 'Save scores' }).click()
}

test('measures beside the goals: record, read as a sentence, put right, take back', async ({
  as,
  look,
  youngPerson,
}) => {
  const { given, base } = await youngPerson('Mina', ['Sleep without my head going round'])
  const amira = await as('clinician')

  await test.step('from the goals to the measures, where nothing is yet', async () => {
    await amira.goto(`${base}/goals`)
    await amira.getByRole('link', { name: `${given}’s measures` }).click()
    await expect(amira.getByText('No measure has been recorded yet')).toBeVisible()
    await look(amira)
    await amira.getByRole('link', { name: 'Record a measure' }).click()
    await amira.getByRole('link', { name: 'ORS', exact: true }).click()
    await expect(amira.getByRole('heading', { level: 1, name: 'Record ORS' })).toBeVisible()
    await look(amira)
  })

  await test.step('a score out of range keeps what was typed and says what it may be', async () => {
    await record(amira, base, 'ors', '2026-03-10', { Score: '41' })
    await expect(amira.locator('[data-form-errors]')).toContainText('from 0 to 40')
    await expect(amira.getByLabel('Score', { exact: true })).toHaveValue('41')
    await look(amira)
  })

  await test.step('two scores are a sentence with its direction, threshold and source', async () => {
    await record(amira, base, 'ors', '2026-03-10', { Score: '18' })
    await expect(amira.getByText(/saved at \d\d:\d\d/)).toBeVisible()
    await record(amira, base, 'ors', '2026-06-10', { Score: '24.6' })
    await expect(amira.getByText(/Up from 18 to 24.6 since 10 March 2026. Higher is better/)).toBeVisible()
    await expect(amira.getByText(/at least 6.6 points/)).toBeVisible()
    await look(amira)
    await amira.setViewportSize({ width: 320, height: 800 })
    await look(amira)
    await amira.setViewportSize({ width: 1280, height: 900 })
  })

  await test.step('the last save is taken back, the other one put right with a reason', async () => {
    await amira.getByRole('button', { name: 'Undo' }).click()
    await expect(amira.getByText(/Taken back at/).first()).toBeVisible()
    await amira.getByRole('link', { name: '18', exact: true }).click()
    await amira.getByLabel('What it was meant to be').fill('19')
    await amira.getByLabel('Why is it put right?').fill('Misread the sheet.')
    await look(amira)
    await amira.getByRole('button', { name: 'Save correction' }).click()
    await expect(amira.getByText('One score so far: 19.')).toBeVisible()
    await amira.getByText(/What was put right/).click()
    await expect(amira.getByText('Misread the sheet.')).toBeVisible()
  })

  await test.step('Current View asks every line, and stands beside without a change', async () => {
    await amira.goto(`${base}/measures/current-view`)
    await look(amira)
    await amira.getByRole('radio', { name: 'First contact' }).check()
    for (const group of await amira.getByRole('group').all()) {
      const none = group.getByRole('radio', { name: /^(None|No)$/ })
      if ((await none.count()) === 1) await none.check()
    }
    await amira.getByRole('group', { name: 'Panics' }).getByRole('radio', { name: 'Not known' }).check()
    await amira.getByRole('button', { name: 'Save Current View' }).click()
    await expect(amira.getByRole('row', { name: /Panics/ })).toContainText('Not known')
    await look(amira)
  })
})
