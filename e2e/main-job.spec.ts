import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from './setup/journey'
import { places } from './setup/places'

const family = `Journey${Date.now() % 100_000}`
const goalWords = 'Sleep without my head going round'

const date = async (page: Page, group: string, day: string) => {
  const [y, m, d] = day.split('-')
  const boxes = page.getByRole('group', { name: group })
  await boxes.getByLabel('Day').fill(d!)
  await boxes.getByLabel('Month').fill(m!)
  await boxes.getByLabel('Year').fill(y!)
}

const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/London' })
const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/London' })

/** Rates every open goal and saves. */
const rate = async (page: Page, record: string, value: number) => {
  await page.goto(`${record}/rating`)
  await page.getByRole('radio', { name: /Robin/ }).first().check()
  for (const tiles of await page.getByRole('group', { name: goalWords }).all())
    await tiles.getByRole('radio', { name: String(value), exact: true }).check()
  await page.getByRole('button', { name: 'Save ratings' }).click()
  await expect(page.getByText(/Saved at \d\d:\d\d/)).toBeVisible()
}

test('the main job: from a shared decision to an equity table', async ({ as, look, record }) => {
  test.setTimeout(180_000)
  const amira = await as('clinician')
  let base = ''

  await test.step('a referral is written down, after looking whether they are known', async () => {
    await amira.goto('/care/referrals/new')
    await amira.getByLabel('First name').fill('Robin')
    await amira.getByLabel('Last name').fill(family)
    await date(amira, 'Date of birth', '2010-05-14')
    await amira.getByRole('button', { name: 'Look for them' }).click()
    await amira.getByRole('link', { name: /Continue|someone new/ }).click()
    await expect(amira.getByLabel('If there is no NHS number, why?')).toBeVisible()
    await look(amira)
    await amira.getByLabel('If there is no NHS number, why?').selectOption({ index: 1 })
    await amira.getByLabel('Postcode where they live now').fill('qe1 0ab')
    await amira.getByLabel('Who made it?').selectOption({ index: 1 })
    await amira.getByLabel('Why, in their own words').fill('“My head goes round at night.”')
    await amira.getByRole('button', { name: 'Save referral' }).click()
    await expect(amira.getByRole('heading', { level: 1, name: /Referral of Robin/ })).toBeVisible()
  })

  await test.step('it is accepted, and Amira is the named worker', async () => {
    await amira.getByRole('link', { name: 'Accept' }).click()
    await amira.getByLabel('Named worker').selectOption({ label: 'Amira Hussain' })
    await amira.getByRole('button', { name: 'Accept referral' }).click()
    await expect(amira.getByText(/Saved at/)).toBeVisible()
    const [row] = await record<{ person_id: string }>(
      'select id as person_id from people where family_name = $1',
      [family],
    )
    base = `/care/people/${row!.person_id}`
  })

  await test.step('the place is frozen at the referral', async () => {
    const [place] = await record(
      'select p.status, p.lsoa, p.imd from episode_places p join people x on x.id = p.person_id where x.family_name = $1',
      [family],
    )
    expect(place).toMatchObject({ status: 'matched-live', lsoa: 'E01990001', imd: 1 })
  })

  await test.step('what is needed now is decided together', async () => {
    await amira.goto(`${base}/grouping/decision`)
    await amira.getByRole('radio', { name: /^Getting Help/ }).check()
    await amira.getByLabel('What would a good outcome look like?').fill('Sleeping most nights.')
    await date(amira, 'By when?', inDays(120))
    await amira
      .getByLabel('What will we do if it has not happened by then?')
      .fill('Look at everything again.')
    await amira.getByLabel('What else was talked about?').fill('Ideas to try alone')
    await amira.getByLabel('What is needed now').fill('Sleep.')
    await amira.getByLabel('The plan').fill('Every week.')
    await amira.getByLabel('Who does what').fill('Robin picks the step.')
    await amira
      .getByRole('checkbox', { name: /young person|Robin/ })
      .first()
      .check()
    await amira.getByLabel(/view, in their words/).fill('I want to be less tired.')
    await date(amira, 'When shall we look at it again?', inDays(60))
    await look(amira)
    await amira.getByRole('button', { name: 'Save shared decision' }).click()
    await expect(amira.getByText(/Saved at/)).toBeVisible()
    await expect(amira.getByRole('heading', { name: /Getting Help/ }).first()).toBeVisible()
  })

  await test.step('a goal in their own words is rated, and moves', async () => {
    await amira.goto(`${base}/goals/new`)
    await amira.getByLabel('In their words').fill(goalWords)
    await amira.getByRole('radio', { name: 'Robin', exact: true }).check()
    await amira.getByRole('button', { name: 'Save goal' }).click()
    await expect(amira.getByText(/Saved at/)).toBeVisible()
    await rate(amira, base, 2)
    await rate(amira, base, 6)
    await amira.goto(base)
    await expect(amira.getByText(/Moved from 2 to 6/)).toBeVisible()
    await look(amira)
  })

  let board = ''
  await test.step('a hand-over is prepared and Jo is invited', async () => {
    await amira.goto(`${base}/handover/start`)
    await amira
      .getByLabel('Which team may be next?')
      .selectOption({ label: 'Positive Pathways, Estuary Mind' })
    await amira.getByLabel(/takes Robin back/).selectOption({ label: 'Lena Marsh' })
    await amira.getByRole('button', { name: 'Start thinking about it' }).click()
    await expect(amira.getByRole('heading', { level: 1, name: 'Thinking about it' })).toBeVisible()
    board = (await amira.getByRole('link', { name: 'Next step' }).getAttribute('href'))!.replace(
      '/next-step',
      '',
    )
    await amira.goto(`${board}/next-step`)
    await amira.getByRole('button', { name: 'Take this step' }).click()
    await expect(amira.getByText(/Saved at/)).toBeVisible()
    await expect(amira.getByRole('heading', { level: 1, name: 'Getting ready' })).toBeVisible()

    // A refused step says why.
    await amira.goto(`${board}/next-step`)
    await expect(amira.getByText('These things are still to do. Nothing has changed.')).toBeVisible()

    await amira.goto(`${base}/details/sharing/new`)
    await amira.getByLabel('Which team').selectOption({ label: 'Positive Pathways, Estuary Mind' })
    await amira.getByRole('radio', { name: 'Hand-over to another team' }).check()
    await amira.getByRole('radio', { name: 'Yes', exact: true }).check()
    await amira
      .getByLabel('On what basis is it shared?')
      .selectOption({ label: 'Their own consent, aged 16 or over' })
    await amira.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(amira.getByText(/Saved at/)).toBeVisible()

    await amira.goto(`${board}/preparation`)
    await date(amira, 'When did you look at the goals together?', today)
    await amira.getByLabel('What to keep doing').fill('The walk before bed.')
    await amira.getByLabel('What to watch for').fill('Going quiet.')
    await amira.getByLabel(/in their words/).fill('I think so.')
    await date(amira, 'First meeting together: day', inDays(1))
    await amira.getByLabel('First meeting together: time').fill('10:00')
    await amira.getByRole('button', { name: 'Save preparation' }).click()
    await expect(amira.getByText(/Saved at/)).toBeVisible()

    await amira.goto(`${board}/invitation`)
    await amira.getByLabel('Who is asked?').selectOption({ label: 'Jo Pereira' })
    await amira.getByRole('button', { name: /^Invite/ }).click()
    await expect(amira.getByText(/Saved at/)).toBeVisible()
  })

  const jo = await as('facilitator', { width: 320 })
  await test.step('Jo, on a phone, accepts; both are beside Robin', async () => {
    await jo.goto(`${board}/acceptance`)
    await look(jo)
    await jo.getByRole('button', { name: 'Accept the hand-over' }).click()
    await expect(jo.getByText(/Saved at/)).toBeVisible()
    await expect(jo.getByText('Amira Hussain, Jo Pereira').first()).toBeVisible()
  })

  await test.step('they meet together, then Jo leads', async () => {
    await amira.goto(`${board}/next-step`)
    await amira.getByRole('button', { name: 'Take this step' }).click()
    await expect(amira.getByText(/Saved at/)).toBeVisible()
    await expect(amira.getByRole('heading', { level: 1, name: 'Meeting together' })).toBeVisible()
    const [meeting] = await record<{ id: string }>(
      'select m.id from meetings m join people p on p.id = m.person_id where p.family_name = $1 and m.also_staff_id is not null',
      [family],
    )
    // Two days pass.
    await record("update meetings set starts_at = starts_at - interval '2 days' where id = $1", [meeting!.id])
    await record(
      "update handovers set first_joint_meeting_at = first_joint_meeting_at - interval '2 days' where episode_id = (select episode_id from meetings where id = $1)",
      [meeting!.id],
    )
    await amira.goto(`${base}/meetings/${meeting!.id}/attendance`)
    await amira.getByRole('radio', { name: /^Came/ }).check()
    await amira.getByRole('button', { name: /Save/ }).click()
    await expect(amira.getByText(/Saved at/)).toBeVisible()
    await jo.goto(`${board}/next-step`)
    await jo.getByRole('button', { name: 'Take this step' }).click()
    await expect(jo.getByText(/Saved at/)).toBeVisible()
    const [held] = await record(
      'select s.name, t.name as team from episodes e join people p on p.id = e.person_id join staff s on s.id = e.named_worker_id join teams t on t.id = e.team_id where p.family_name = $1',
      [family],
    )
    expect(held).toEqual({ name: 'Jo Pereira', team: 'Positive Pathways' })
  })

  await test.step('the same goal goes on, on the same line', async () => {
    await rate(jo, base, 8)
    await jo.goto(base)
    await expect(jo.getByText(/Moved from 2 to 8/)).toBeVisible()
    await look(jo)
  })

  await test.step('the period is published, and the commissioner reads it', async () => {
    const published = spawnSync(
      process.execPath,
      [
        '--import',
        'tsx',
        'bin/publish.ts',
        'last-twelve-months',
        '--partnership',
        'Estuary Partnership',
        '--again',
      ],
      {
        cwd: places.root,
        env: { ...process.env, ...JSON.parse(readFileSync(places.urls, 'utf8')) },
        encoding: 'utf8',
      },
    )
    expect(published.stdout + published.stderr).toMatch(/[Pp]ublished/)
    const cora = await as('commissioner')
    await cora.goto('/commissioning/equity')
    await look(cora)
    for (const domain of [
      'Income',
      'Employment',
      'Education, Skills and Training',
      'Health Deprivation',
      'Crime',
      'Barriers to Housing',
      'Living Environment',
    ])
      await expect(cora.getByRole('heading', { name: new RegExp(`^${domain}`) }).first()).toBeVisible()
    await expect(cora.getByRole('table').first()).toBeVisible()
    expect(await cora.content()).not.toContain(family)
    // Never one child: the record's own addresses are not there for a commissioner.
    expect((await cora.goto(base))?.status()).toBe(404)
    expect(await cora.content()).not.toContain(family)
  })
})
