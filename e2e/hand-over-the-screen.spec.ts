import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { alive, expect, test } from './setup/journey'
import { places } from './setup/places'

/** A session of its own: handing over changes the session's token, and other journeys share Amira's. */
const asAmira = async (page: Page) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: /Amira Hussain/ }).click()
  await expect(page.locator('summary', { hasText: 'Amira Hussain' })).toBeVisible()
}

const handOver = async (page: Page, base: string) => {
  await page.goto(`${base}/rating`)
  await page.getByRole('button', { name: 'Hand over the screen' }).click()
  // The page draws itself once more as a document of its own, so that nothing of the record stays behind it.
  await page.waitForFunction(() =>
    performance.getEntriesByType('navigation').some(({ name }) => name.endsWith('/in-the-room')),
  )
}

const rateAll = async (page: Page, goals: string[], value: string) => {
  for (const words of goals)
    await page.getByRole('group', { name: words }).getByRole('radio', { name: value, exact: true }).check()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Thank you. Pass the screen back.' })).toBeVisible()
}

/** A server action as the build names it: what somebody would find in the page's own scripts. */
const actionNamed = (name: string): string => {
  const { node } = JSON.parse(
    readFileSync(join(places.root, '.next/server/server-reference-manifest.json'), 'utf8'),
  ) as { node: Record<string, { exportedName: string }> }
  return Object.entries(node).find(([, action]) => action.exportedName === name)![0]
}

test('the screen in the young person’s hands: their goals to rate, and nothing else by any way there is', async ({
  as,
  look,
  record,
  youngPerson,
  browser,
}) => {
  test.setTimeout(180_000)
  const goals = ['Draw most days again', 'Ride the bus to town']
  const wren = await youngPerson('Wren', goals)
  const page = await as('nobody')
  await asAmira(page)
  const before = await page.context().storageState()
  const otherTab = await page.context().newPage()
  await otherTab.goto(wren.base)
  await expect(otherTab.getByText(wren.family).first()).toBeVisible()
  await alive(otherTab)
  await page.bringToFront()
  await page.goto(wren.base)
  await page.goto(`${wren.base}/story`)

  await test.step('the worker hands over: the page names nobody and leads nowhere', async () => {
    await handOver(page, wren.base)
    await look(page)
    for (const words of goals) await expect(page.getByRole('group', { name: words })).toBeVisible()
    await expect(page.getByText(wren.family)).toHaveCount(0)
    await expect(page.getByRole('navigation')).toHaveCount(0)
    await expect(page.getByText('Amira Hussain')).toHaveCount(0)
  })

  await test.step('another tab with the record drawn in it does not keep it', async () => {
    await expect(otherTab).toHaveURL(/\/in-the-room$/)
    await expect(otherTab.getByText(wren.family)).toHaveCount(0)
  })

  await test.step('the back button shows no page from before', async () => {
    for (let i = 0; i < 3; i++) {
      await page.goBack()
      await expect(page).toHaveURL(/\/in-the-room$/)
      await expect(page.getByRole('navigation')).toHaveCount(0)
      await expect(page.getByText(wren.family)).toHaveCount(0)
    }
  })

  await test.step('no typed address opens anything', async () => {
    const addresses = [
      '/',
      '/sign-in',
      '/account',
      '/account/password',
      '/care/today',
      '/care/people',
      '/care/search',
      wren.base,
      `${wren.base}/goals`,
      `${wren.base}/rating`,
      `${wren.base}/story`,
      `${wren.base}/details`,
      `${wren.base}/details/accounts`,
      '/me',
      '/family',
      '/admin/people',
      '/commissioning/equity',
    ]
    for (const address of addresses) {
      await page.goto(address)
      await expect(page, address).toHaveURL(/\/in-the-room$/)
    }
    for (const address of ['/commissioning/equity/data.csv', '/api/auth/session']) {
      const text = await (await page.request.get(address)).text()
      expect(text, address).not.toContain(wren.family)
      expect(text, address).not.toContain('Amira')
    }
  })

  await test.step('the cookie from before is worth nothing, and a copy of this one opens this page alone', async () => {
    const earlier = await browser.newContext({ baseURL: places.base, storageState: before })
    const there = await earlier.newPage()
    await there.goto(wren.base)
    await expect(there).toHaveURL(/\/sign-in/)
    await earlier.close()
    const copied = await browser.newContext({
      baseURL: places.base,
      storageState: await page.context().storageState(),
    })
    const elsewhere = await copied.newPage()
    await elsewhere.goto(wren.base)
    await expect(elsewhere).toHaveURL(/\/in-the-room$/)
    await copied.close()
  })

  await test.step('server actions sent by hand change nothing', async () => {
    const counted = () =>
      record<{ n: number }>(
        `select (select count(*) from notes where person_id = $1) + (select count(*) from ratings where person_id = $1)
           + (select count(*) from goals where person_id = $1 and ended_on is not null)
           + (select count(*) from people where id = $1 and version > 1) as n`,
        [wren.personId],
      )
    const at = await counted()
    for (const [name, fields] of Object.entries({
      writeNote: { personId: wren.personId, happenedOn: '2026-11-01', words: 'Written by hand' },
      changePassword: {
        currentPassword: '',
        newPassword: 'thistle harbour drum',
        repeatPassword: 'thistle harbour drum',
      },
      switchRole: { role: 'team-lead' },
      searchPeople: { q: wren.family },
      handOverScreen: { personId: wren.personId },
    })) {
      const form: Record<string, string> = { '0': '[{"status":"new"},"$K1"]' }
      for (const [field, value] of Object.entries({ ...fields, idempotencyKey: crypto.randomUUID() }))
        form[`_1_${field}`] = value
      const answer = await page.request.post(wren.base, {
        headers: { 'next-action': actionNamed(name), origin: places.base, accept: 'text/x-component' },
        multipart: form,
        maxRedirects: 0,
      })
      expect(answer.status(), name).toBeLessThan(500)
      expect(await answer.text(), name).not.toContain(`${wren.given} ${wren.family}`)
    }
    expect(await counted()).toEqual(at)
  })

  await test.step('help now stays open', async () => {
    await page.goto('/in-the-room')
    await page.getByRole('link', { name: 'Get help now' }).click()
    await expect(page.getByRole('heading', { name: 'Get help now' })).toBeVisible()
    await expect(page.getByText(wren.family)).toHaveCount(0)
  })

  await test.step('they rate, and what they said is closed again', async () => {
    await page.goto('/in-the-room')
    await rateAll(page, goals, '7')
    await look(page)
    expect(
      await record(
        `select r.rater, r.value, s.name from ratings r join staff s on s.id = r.by_staff_id where r.person_id = $1`,
        [wren.personId],
      ),
    ).toEqual(goals.map(() => ({ rater: 'young-person', value: 7, name: 'Amira Hussain' })))
  })

  await test.step('the worker gets the screen back, and with it the record', async () => {
    await page.getByRole('button', { name: 'Pass back' }).click()
    await expect(page).toHaveURL(`${wren.base}/goals`)
    await page.goto(wren.base)
    await expect(page.getByText(wren.family).first()).toBeVisible()
    expect(
      await record(
        `select act, role from app.audit_log where person_id = $1 and act in ('handOverScreen', 'rateInRoom', 'passBack') and outcome = 'done' order by id`,
        [wren.personId],
      ),
    ).toEqual([
      { act: 'handOverScreen', role: 'clinician' },
      { act: 'rateInRoom', role: 'in-room' },
      { act: 'passBack', role: 'clinician' },
    ])
  })
})

test('without script, on a phone: hand over, rate, pass back', async ({ as, fits, youngPerson }) => {
  const goals = ['Sing in the choir']
  const lark = await youngPerson('Lark', goals)
  const page = await as('nobody', { width: 320, script: false })
  await page.goto('/sign-in')
  await page.getByRole('button', { name: /Amira Hussain/ }).click()
  await handOver(page, lark.base)
  await fits(page)
  await page.goBack()
  await page.reload()
  await expect(page).toHaveURL(/\/in-the-room$/)
  await rateAll(page, goals, '4')
  await fits(page)
  await page.getByRole('button', { name: 'Pass back' }).click()
  await expect(page).toHaveURL(`${lark.base}/goals`)
})
