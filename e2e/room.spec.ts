import type { Page } from '@playwright/test'
import { expect, test } from './setup/journey'

const goals = ['Sleep without my head going round', 'Go into town with my mates', 'Draw most days again']

/** A meeting with Amira, or with Jo beside her, that is on now. */
const now = `insert into meetings (partnership_id, id, episode_id, person_id, with_staff_id, starts_at, place, by_staff_id)
  select e.partnership_id, gen_random_uuid(), e.id, e.person_id, s.id, date_trunc('minute', now()) - interval '3 minutes', 'Library', s.id
  from episodes e join staff s on s.partnership_id = e.partnership_id and s.name = $2 where e.id = $1 returning id`

const saved = (page: Page) => expect(page.getByText(/Saved at \d\d:\d\d/).first()).toBeVisible()

test('in the room: by keyboard alone, three goals, a note and the next meeting, in one Save', async ({
  as,
  look,
  record,
  youngPerson,
}) => {
  const { given, base, episodeId, personId } = await youngPerson('Keya', goals)
  const [meeting] = await record<{ id: string }>(now, [episodeId, 'Amira Hussain'])
  const amira = await as('clinician')
  const page = `${base}/meetings/${meeting!.id}`

  await test.step('Start, from the page of the meeting', async () => {
    await amira.goto(page)
    await look(amira)
    await amira.getByRole('button', { name: `Start with ${given}` }).focus()
    await amira.keyboard.press('Enter')
    await expect(amira.getByRole('heading', { level: 1, name: `Meeting with ${given}` })).toBeVisible()
    await expect(amira.getByRole('radio', { name: 'Came', exact: true })).toBeChecked()
    await look(amira)
  })

  await test.step('rate with the arrow keys, write, and book a week on', async () => {
    const began = Date.now()
    await amira.getByRole('radio', { name: given, exact: true }).focus()
    await amira.keyboard.press('Space')
    for (const goal of goals) {
      await amira.getByRole('group', { name: goal }).getByRole('radio', { name: '0', exact: true }).focus()
      await amira.keyboard.press('Space')
      await amira.keyboard.press('ArrowRight')
      await amira.keyboard.press('ArrowRight')
    }
    await amira.getByLabel(/^Note/).focus()
    await amira.keyboard.type('We walked to the corner.')
    await amira.getByRole('checkbox', { name: 'Book the next meeting' }).focus()
    await amira.keyboard.press('Space')
    await amira.getByRole('button', { name: 'Save the meeting' }).focus()
    await amira.keyboard.press('Enter')
    await saved(amira)
    expect(Date.now() - began).toBeLessThan(60_000)
    await expect(amira).toHaveURL(new RegExp(page))
    await look(amira)
  })

  await test.step('the record has it all', async () => {
    expect(
      await record('select value from ratings where person_id = $1 and sheet_id is not null', [personId]),
    ).toEqual([{ value: 2 }, { value: 2 }, { value: 2 }])
    expect(await record('select words, kind from notes where person_id = $1', [personId])).toEqual([
      { words: 'We walked to the corner.', kind: 'meeting' },
    ])
    expect(
      await record('select place, starts_at > now() as coming from meetings where after_id = $1', [
        meeting!.id,
      ]),
    ).toEqual([{ place: 'Library', coming: true }])
  })

  await test.step('the next one is moved with a reason, and both are shown; then cancelled', async () => {
    await amira.goto(base)
    const next = amira.getByRole('region', { name: 'Next meeting' })
    await next.getByRole('link', { name: 'Move' }).click()
    await expect(amira).toHaveURL(/\/move$/)
    await look(amira)
    await amira.getByLabel('Where?').fill('School')
    await amira.getByRole('button', { name: 'Move meeting' }).click()
    await expect(amira.getByText('Say why it is moved.').first()).toBeVisible()
    await expect(amira.getByLabel('Where?')).toHaveValue('School')
    await amira.getByLabel('Why is it moved?').fill('The library is shut.')
    await amira.getByRole('button', { name: 'Move meeting' }).click()
    await saved(amira)
    await expect(amira.getByText('The library is shut.')).toBeVisible()
    await amira.getByRole('link', { name: 'Cancel', exact: true }).click()
    await expect(amira).toHaveURL(/\/cancel$/)
    await look(amira)
    await amira.getByRole('radio', { name: /They asked/ }).check()
    await amira.getByRole('button', { name: 'Cancel this meeting' }).click()
    await saved(amira)
    await expect(amira.getByText('This meeting was cancelled.')).toBeVisible()
  })
})

test('in the room: a facilitator’s phone, eight taps from Today to Saved', async ({
  as,
  fits,
  record,
  youngPerson,
}) => {
  const { given, base, episodeId } = await youngPerson('Taban', goals)
  // With Jo’s team, so that it stands on Jo’s day.
  await record(
    `update episodes e set team_id = t.id, named_worker_id = s.id, version = e.version + 1 from teams t, staff s
     where e.id = $1 and t.partnership_id = e.partnership_id and t.name = 'Positive Pathways' and s.partnership_id = e.partnership_id and s.name = 'Jo Pereira'`,
    [episodeId],
  )
  const [meeting] = await record<{ id: string }>(now, [episodeId, 'Jo Pereira'])
  const jo = await as('facilitator', { width: 320 })
  let taps = 0
  const tap = async (act: () => Promise<unknown>) => {
    await act()
    taps += 1
  }
  await jo.goto('/care/today')
  await fits(jo)
  const began = Date.now()
  await tap(() => jo.getByRole('link', { name: `meeting with ${given}` }).click())
  await tap(() => jo.getByRole('button', { name: `Start with ${given}` }).click())
  await fits(jo)
  await tap(() => jo.getByRole('radio', { name: given, exact: true }).click())
  for (const [i, goal] of goals.entries())
    await tap(() =>
      jo
        .getByRole('group', { name: goal })
        .getByRole('radio', { name: String(3 + i), exact: true })
        .check(),
    )
  await tap(() => jo.getByRole('button', { name: 'Save the meeting' }).click())
  await saved(jo)
  await fits(jo)
  expect(taps).toBeLessThanOrEqual(8)
  expect(Date.now() - began).toBeLessThan(60_000)
  await expect(jo).toHaveURL(new RegExp(`${base}/meetings/${meeting!.id}`))
  expect(
    await record('select value from ratings where episode_id = $1 and sheet_id is not null order by value', [
      episodeId,
    ]),
  ).toEqual([{ value: 3 }, { value: 4 }, { value: 5 }])
})

test('in the room without script: a mistake keeps every word, and someone who was not brought is not forgotten', async ({
  as,
  fits,
  record,
  youngPerson,
}) => {
  const { base, episodeId } = await youngPerson('Wren', goals)
  const [meeting] = await record<{ id: string }>(now, [episodeId, 'Amira Hussain'])
  const page = await as('clinician', { width: 320, script: false })
  await page.goto(`${base}/meetings/${meeting!.id}/room`)
  await fits(page)
  await expect(page.getByRole('radio', { name: 'Came', exact: true })).not.toBeChecked()
  await page.getByRole('radio', { name: 'Was not brought' }).check()
  await page.getByLabel('Why, if you know').fill('No car.')
  await page.getByLabel(/^Note/).fill('Rang Kerry.\nShe will ring back.')
  await page.getByRole('button', { name: 'Save the meeting' }).click()
  await expect(page.locator('[data-form-errors]')).toContainText('Say what happens next')
  await expect(page.getByLabel('Why, if you know')).toHaveValue('No car.')
  await expect(page.getByLabel(/^Note/)).toHaveValue('Rang Kerry.\nShe will ring back.')
  await page.getByRole('checkbox', { name: 'Nothing is booked, on purpose' }).check()
  await page.getByLabel('Why, and who gets in touch?').fill('Kerry rings on Monday.')
  await page.getByRole('button', { name: 'Save the meeting' }).click()
  await saved(page)
  await fits(page)
  await expect(page.getByText('Was not brought. No car.')).toBeVisible()
  await page.goto(base)
  await expect(page.getByText(/Nothing is booked, on purpose/)).toBeVisible()
  await expect(page.getByText('Kerry rings on Monday.')).toBeVisible()
})

test('in the room: one entry for two, each in their own record', async ({
  as,
  look,
  record,
  youngPerson,
}) => {
  const one = await youngPerson('Ottoline', ['Sing'])
  const two = await youngPerson('Bartholomew', ['Swim'])
  const together = (await record<{ id: string }>('select gen_random_uuid() as id'))[0]!.id
  const ids = []
  for (const { episodeId } of [one, two]) {
    const [meeting] = await record<{ id: string }>(now, [episodeId, 'Amira Hussain'])
    await record('update meetings set together_id = $2 where id = $1', [meeting!.id, together])
    ids.push(meeting!.id)
  }
  const amira = await as('clinician')
  await amira.goto(`${one.base}/meetings/${ids[0]}/room`)
  await look(amira)
  await amira
    .getByRole('group', { name: `Did ${one.given} come?` })
    .getByRole('radio', { name: 'Came', exact: true })
    .check()
  await amira
    .getByRole('group', { name: `Did ${two.given} come?` })
    .getByRole('radio', { name: 'Could not come' })
    .check()
  await amira.getByLabel('Note for all of them').fill('We cooked.')
  await amira.getByLabel(`Note for ${one.given} alone`).fill('She led.')
  await amira.getByRole('button', { name: 'Save for each of them' }).click()
  await saved(amira)
  await look(amira)
  await amira.goto(`${two.base}/meetings/${ids[1]}`)
  await expect(amira.getByText('With others')).toBeVisible()
  await expect(amira.getByText('We cooked.')).toBeVisible()
  expect(await amira.content()).not.toContain(one.given)
  expect(await amira.content()).not.toContain('She led.')
})
