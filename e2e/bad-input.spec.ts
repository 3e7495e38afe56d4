import type { Page } from '@playwright/test'
import { expect, fillDate, isAction, tampered, test } from './setup/journey'

const problem = (page: Page) => page.locator('[data-form-errors]')

test('a number that is not on the scale is not a rating', async ({ as, record, youngPerson }) => {
  const words = 'Go to the shop alone'
  const { personId, base } = await youngPerson('Tamsin', [words])
  const amira = await as('clinician')
  await amira.goto(`${base}/rating`)
  await amira.getByRole('radio', { name: 'Tamsin' }).check()
  const tiles = amira.getByRole('group', { name: words })
  const ten = tiles.getByRole('radio', { name: '10', exact: true })
  await ten.check()
  await tiles.getByLabel('What makes it that number?').fill('Past the end of the scale.')
  // On its way: React would put a changed field right before it is sent.
  await tampered(amira, (body) =>
    body.replace(/(name="_1_goal-[0-9a-f-]+"\r\n\r\n)10/, (_, name) => `${name}11`),
  )
  await amira.getByRole('button', { name: 'Save ratings' }).click()
  await expect(problem(amira)).toBeFocused()
  await expect(problem(amira)).toContainText(`Choose one, or ‘Not today’, for ‘${words}’`)
  await expect(tiles.getByLabel('What makes it that number?')).toHaveValue('Past the end of the scale.')
  expect(await record('select 1 from ratings where person_id = $1', [personId])).toEqual([])
  // A number that is on it is taken from the same page.
  await tiles.getByRole('radio', { name: '9', exact: true }).check()
  await amira.getByRole('button', { name: 'Save ratings' }).click()
  await expect(amira.getByText(/Saved at/)).toBeVisible()
  expect(await record('select value, words from ratings where person_id = $1', [personId])).toEqual([
    { value: 9, words: 'Past the end of the scale.' },
  ])
})

test('what is missing or wrong is said once at the top and beside the field, and nothing typed is lost', async ({
  as,
  look,
}) => {
  const amira = await as('clinician')
  await amira.goto('/care/referrals/new')
  await amira.getByLabel('First name').fill('Wren')
  await amira.getByRole('textbox', { name: 'NHS number' }).fill('943 476 591O')
  await amira.getByRole('button', { name: 'Look for them' }).click()
  await expect(problem(amira)).toBeFocused()
  await expect(amira).toHaveTitle(/^Error: /)
  await look(amira)
  await expect(amira.getByLabel('First name')).toHaveValue('Wren')
  await expect(amira.getByRole('textbox', { name: 'NHS number' })).toHaveValue('943 476 591O')
  for (const name of ['Last name', 'Date of birth']) await expect(amira.getByText(name).first()).toBeVisible()
  await problem(amira)
    .getByRole('link', { name: /An NHS number has no letters in it/ })
    .click()
  const box = amira.getByRole('textbox', { name: 'NHS number' })
  await expect(box).toBeFocused()
  await expect(box).toHaveAttribute('aria-invalid', 'true')
  await expect(box).toHaveAccessibleDescription(/An NHS number has no letters in it/)

  // Put right where it was, it goes on.
  await box.fill('')
  await amira.getByLabel('Last name').fill('Nowhereknown')
  await fillDate(amira, 'Date of birth', '2011-02-03')
  await amira.getByRole('button', { name: 'Look for them' }).click()
  await expect(amira.getByRole('heading', { level: 1, name: 'Is it someone we know?' })).toBeVisible()
})

test('a form that grew stale shows both texts, and the same form twice is one record', async ({
  as,
  look,
  record,
  youngPerson,
}) => {
  const { personId, base } = await youngPerson('Bryn', ['Sleep in my own bed'])
  const amira = await as('clinician')

  await test.step('two tabs: the later one is told, keeps its text, and decides', async () => {
    const other = await amira.context().newPage()
    for (const tab of [amira, other]) await tab.goto(`${base}/details/change`)
    await amira.getByLabel('How to contact safely').fill('Ring after four.')
    await amira.getByRole('button', { name: 'Save details' }).click()
    await expect(amira.getByText(/Saved at/)).toBeVisible()
    await other.getByLabel('How to contact safely').fill('Never ring. Text only.')
    await other.getByLabel('Phone').fill('07700 900123')
    await other.getByRole('button', { name: 'Save details' }).click()
    await expect(problem(other)).toBeFocused()
    await expect(problem(other)).toContainText('Someone else changed this')
    await expect(other.getByText('Ring after four.')).toBeVisible()
    await expect(other.getByLabel('How to contact safely')).toHaveValue('Never ring. Text only.')
    await expect(other.getByLabel('Phone')).toHaveValue('07700 900123')
    await look(other)
    const standing = () => record('select safe_contact, phone, version from people where id = $1', [personId])
    expect(await standing()).toEqual([{ safe_contact: 'Ring after four.', phone: '', version: 2 }])
    await other.getByRole('button', { name: 'Save details' }).click()
    await expect(other.getByText(/Saved at/)).toBeVisible()
    expect(await standing()).toEqual([
      { safe_contact: 'Never ring. Text only.', phone: '07700 900123', version: 3 },
    ])
    await other.close()
  })

  await test.step('pressed twice, and sent again by the network: one note', async () => {
    await amira.goto(`${base}/story/note`)
    await amira.getByLabel('What happened?').fill('Walked to the quay and back.')
    const sending = amira.waitForRequest(isAction)
    await amira.getByRole('button', { name: 'Save note' }).dblclick()
    await expect(amira.getByText(/Saved at/).first()).toBeVisible()
    const sent = await sending
    const again = await amira.request.fetch(sent.url(), {
      method: 'POST',
      headers: await sent.allHeaders().then(({ 'content-length': _, ...headers }) => headers),
      data: sent.postDataBuffer() ?? undefined,
      maxRedirects: 0,
    })
    expect(again.status()).toBeLessThan(400)
    expect(await record('select words from notes where person_id = $1', [personId])).toEqual([
      { words: 'Walked to the quay and back.' },
    ])
  })
})

test('a file that is none, or was cut off, is refused with the reason and nothing is kept', async ({
  as,
  look,
  record,
}) => {
  const lena = await as('team-lead')
  const heading = 'referral_id,person_id,date_of_birth,referral_date,reason'
  const line = `${Date.now()},p1,2010-05-14,2026-03-02,`
  await lena.goto('/care/imports')
  const files: [string, string | Buffer, RegExp][] = [
    ['photo.png', Buffer.from('89504e470d0a1a0a0000000d49484452000000100000001008', 'hex'), /problem/],
    ['cut-in-words.csv', `${heading}\n${line}"Nobody asks`, /never closed. The file may have been cut off/],
    ['cut-in-line.csv', `${heading}\n${line}x\nR2,p2,2011-01`, /Line 3 has 3 columns .* cut off/],
    ['other.csv', 'name,shoe size\nKim,4\n', /a column|columns we do not know/],
  ]
  for (const [name, text, says] of files) {
    await lena
      .getByLabel('Referrals file', { exact: true })
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
    await lena.getByRole('button', { name: 'Check this file' }).click()
    await expect(problem(lena)).toContainText(says)
    await expect(problem(lena)).toBeFocused()
    await lena.reload()
  }
  await lena.getByRole('button', { name: 'Check this file' }).click()
  await expect(problem(lena)).toBeFocused()
  await look(lena)
  expect(
    await record('select file_name from referral_imports where file_name = any($1)', [
      files.map(([name]) => name),
    ]),
  ).toEqual([])
})
