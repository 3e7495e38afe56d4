import { expect, fillDate, test } from './setup/journey'

test('a record out of reach is opened in need, and somebody looks at it', async ({
  as,
  look,
  record,
  youngPerson,
}) => {
  const { personId, given, family, base } = await youngPerson('Indira', ['Be at home by myself'])
  const jo = await as('facilitator')

  await test.step('out of reach, and nobody by that name for Jo', async () => {
    expect((await jo.goto(base))?.status()).toBe(404)
    expect(await jo.content()).not.toContain(family)
    await jo.goto('/care/search')
    await jo.getByLabel('Name, NHS number or date of birth').last().fill(family)
    await jo.getByRole('main').getByRole('button', { name: 'Search' }).click()
    await expect(jo.getByText(`No match for ‘${family}’.`)).toBeVisible()
    await look(jo)
    await jo.getByRole('link', { name: 'Open a record in need' }).click()
    await expect(jo.getByRole('heading', { level: 1, name: 'Open a record in need' })).toBeVisible()
    await look(jo)
  })

  await test.step('no reason, no record', async () => {
    await jo.getByLabel('Full name').fill(`${given} ${family}`)
    await fillDate(jo, 'Date of birth', '2010-05-14')
    await jo.getByRole('button', { name: 'Open the record' }).click()
    await expect(jo.locator('[data-form-errors]')).toBeFocused()
    await expect(jo.getByRole('link', { name: /Write why/ })).toBeVisible()
    await expect(jo.getByLabel('Full name')).toHaveValue(`${given} ${family}`)
    await look(jo)
  })

  const reason = `On the phone with her now; she is not safe at home. Call ${personId.slice(-6)}.`
  await test.step('with a reason it opens, and says until when', async () => {
    await jo.getByLabel('Why do you need this record now?').fill(reason)
    await jo.getByRole('checkbox', { name: /privacy officer will look/ }).check()
    await jo.getByRole('button', { name: 'Open the record' }).click()
    await expect(jo.getByText(/You opened this record in need. It stays open for you until/)).toBeVisible()
    await expect(jo.getByText('Be at home by myself').first()).toBeVisible()
    await look(jo)
  })

  await test.step('the privacy officer reads why, not who, and says what was found', async () => {
    const pat = await as('privacy-officer')
    await pat.goto('/admin/break-glass')
    await look(pat)
    const card = pat.locator('.fp-card', { hasText: reason })
    await expect(card).toContainText('Jo Pereira')
    await card.getByRole('link', { name: /Look at this/ }).click()
    await expect(pat.getByRole('heading', { level: 1, name: 'Look at this opening' })).toBeVisible()
    expect(await pat.content()).not.toContain(family)
    await look(pat)
    await pat.getByLabel('What you found, and what happens now').fill('Needed. Jo rang the team at once.')
    await pat.getByRole('button', { name: 'Save what I found' }).click()
    await expect(pat.getByText(/Saved at/)).toBeVisible()
    await expect(pat.locator('.fp-card', { hasText: reason })).toContainText(
      'Needed. Jo rang the team at once.',
    )

    await pat.goto('/admin/audit')
    await pat.getByLabel('Who', { exact: true }).selectOption({ label: 'Jo Pereira' })
    await pat.getByLabel('What', { exact: true }).selectOption({ label: 'Open a record in need' })
    await pat.getByRole('button', { name: 'Show' }).click()
    await expect(pat.getByRole('row', { name: /Jo Pereira/ }).first()).toBeVisible()
    expect(await pat.content()).not.toContain(family)
    await look(pat)
    const rows = await record(
      `select a.act, a.outcome from app.audit_log a join staff s on s.id = a.staff_id
       where s.name = 'Jo Pereira' and a.person_id = $1 and a.act = 'breakGlass'`,
      [personId],
    )
    expect(rows).toEqual([{ act: 'breakGlass', outcome: 'done' }])
  })
})
