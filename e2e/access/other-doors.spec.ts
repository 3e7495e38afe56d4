import type { Page } from '@playwright/test'
import { expect, signOut, tampered, test } from '../setup/journey'

type Door = { to: string; hides: string[] }

/** Signed in or not, the answer to a door that is not theirs: not there, without a word of what is behind it. */
const shut = async (page: Page, doors: Door[]) => {
  for (const { to, hides } of doors) {
    const answer = await page.request.get(to)
    expect(answer.status(), to).toBe(404)
    const body = await answer.text()
    expect(body, to).toContain('We cannot find that.')
    for (const words of hides) expect(body, to).not.toContain(words)
  }
}

const open = async (page: Page, doors: Door[]) => {
  for (const { to, hides } of doors) {
    const answer = await page.request.get(to)
    expect(answer.status(), to).toBe(200)
    const body = await answer.text()
    for (const words of hides) expect(body, to).toContain(words)
  }
}

test('a door that is not theirs stays shut, and the rightful person gets in', async ({
  as,
  look,
  record,
  youngPerson,
}) => {
  test.setTimeout(120_000)
  const words = 'Say no to people without shaking'
  const [hers, waiting] = [await youngPerson('Odette', [words]), await youngPerson('Rowan')]
  const [goal] = await record<{ id: string }>('select id from goals where person_id = $1', [hers.personId])
  const [handover] = await record<{ id: string; given: string; family: string }>(
    `select h.id, p.given_name as given, p.family_name as family from handovers h join people p on p.id = h.person_id
     where p.given_name = 'Aaliyah' and p.family_name = 'Brooks'`,
  )
  const [edith] = await record<{ id: string }>("select id from staff where email = 'edith@earnest.example'")
  const [colleague] = await record<{ id: string }>("select id from staff where name = 'Amira Hussain'")
  const [team] = await record<{ id: string }>("select id from teams where name = 'EWMHS'")

  const people: Door[] = [
    ...[
      '',
      '/goals',
      `/goals/${goal!.id}`,
      '/rating',
      '/grouping',
      '/grouping/decision',
      '/story',
      '/story/note',
    ],
    ...['/handover', '/handover/start', '/details', '/details/change', '/ending', '/meetings/new'],
  ].map((path) => ({ to: `${hers.base}${path}`, hides: [hers.given] }))
  const work: Door[] = [
    ...people,
    { to: `/care/referrals/${waiting.episodeId}`, hides: [waiting.family] },
    { to: `/care/referrals/${waiting.episodeId}/acceptance`, hides: [waiting.given] },
    { to: `/care/handovers/${handover!.id}`, hides: [handover!.given] },
    { to: `/care/handovers/${handover!.id}/next-step`, hides: [handover!.given] },
  ]
  const commissioning: Door[] = [{ to: '/commissioning/equity', hides: ['Who reaches us'] }]
  const administration: Door[] = [
    { to: '/admin/people', hides: ['Amira Hussain'] },
    { to: `/admin/people/${colleague!.id}`, hides: ['Amira Hussain'] },
    { to: '/admin/people/new', hides: ['Add them'] },
    { to: '/admin/teams', hides: ['EWMHS'] },
    { to: `/admin/teams/${team!.id}`, hides: ['Save changes'] },
    { to: '/admin/settings', hides: ['Save settings'] },
  ]
  const oversight: Door[] = [{ to: '/admin/break-glass', hides: ['aria-current="page"'] }]
  const log: Door[] = [{ to: '/admin/audit', hides: ['for the next seal'] }]

  const amira = await as('clinician')
  const lena = await as('team-lead')
  const imports: Door[] = await test.step('a file checked by the referrals desk', async () => {
    await lena.goto('/care/imports')
    await lena.getByLabel('Referrals file', { exact: true }).setInputFiles({
      name: 'doors.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        `referral_id,person_id,given_name,date_of_birth,referral_date\n${Date.now()},p1,Quillon,2010-05-14,2026-03-02\n`,
      ),
    })
    await lena.getByRole('button', { name: 'Check this file' }).click()
    await expect(lena.getByRole('cell', { name: 'Quillon' })).toBeVisible()
    return [{ to: new URL(lena.url()).pathname, hides: ['Quillon'] }]
  })

  await test.step('the rightful ones get in', async () => {
    await open(amira, work)
    await open(lena, imports)
  })
  await test.step('a clinician without the desk, and nobody beyond their role', () =>
    shut(amira, [...imports, ...commissioning, ...administration, ...oversight, ...log]))
  for (const who of ['facilitator', 'charity-lead'] as const)
    await test.step(`another organisation: ${who}`, async () =>
      shut(await as(who), [...work, ...imports, ...administration, ...oversight, ...log]))
  await test.step('the commissioner: published figures and nothing else', async () => {
    const cora = await as('commissioner')
    await open(cora, commissioning)
    await shut(cora, [...work, ...imports, ...administration, ...oversight, ...log])
    await shut(
      cora,
      ['/care/today', '/care/people', '/care/search'].map((to) => ({ to, hides: [] })),
    )
  })
  await test.step('the privacy officer: what was opened, not the records', async () => {
    const pat = await as('privacy-officer')
    await open(pat, [...oversight, ...log])
    await shut(pat, [...work, ...imports, ...administration, ...commissioning])
  })
  await test.step('the administrator: people and teams, no records; and no other partnership', async () => {
    const ada = await as('administrator')
    await open(ada, [...administration, ...log])
    await shut(ada, [...work, ...imports, ...oversight])
    await shut(ada, [{ to: `/admin/people/${edith!.id}`, hides: ['Edith'] }])
  })
  await test.step('nobody: the sign-in page', async () => {
    const nobody = await as('nobody')
    for (const { to, hides } of [
      ...work,
      ...imports,
      ...administration,
      ...oversight,
      ...log,
      ...commissioning,
    ]) {
      const answer = await nobody.request.get(to)
      expect(new URL(answer.url()).pathname, to).toBe('/sign-in')
      if (to.startsWith('/care')) expect(await answer.text(), to).not.toContain(hides[0])
    }
    await nobody.goto(hers.base)
    await expect(nobody.getByText('Sign in to go on.')).toBeVisible()
  })

  const jo = await as('facilitator')
  await test.step('what stands at a shut door can be read by all', async () => {
    await jo.goto(hers.base)
    await expect(jo.getByRole('heading', { level: 1, name: 'We cannot find that.' })).toBeVisible()
    await look(jo)
  })

  await test.step('another organisation’s person put into one’s own form is not found, and the text stays', async () => {
    const [own] = await record<{ id: string }>(
      "select id from people where given_name = 'Mia' and family_name = 'Ferreira'",
    )
    await jo.goto(`/care/people/${own!.id}/story/note`)
    const kept = `A note that is not Odette’s, ${Date.now()}.`
    await jo.getByLabel('What happened?').fill(kept)
    await tampered(jo, (body) => body.replaceAll(own!.id, hers.personId))
    await jo.getByRole('button', { name: 'Save note' }).click()
    await expect(jo.locator('[data-form-errors]')).toContainText('We cannot find that.')
    await expect(jo.getByLabel('What happened?')).toHaveValue(kept)
    await jo.getByRole('button', { name: 'Save note' }).click()
    await expect(jo.getByText(/Saved at/)).toBeVisible()
    expect(await record('select person_id from notes where words = $1', [kept])).toEqual([
      { person_id: own!.id },
    ])
  })
})

test('a kept copy of an ended session opens nothing', async ({ as }) => {
  const page = await as('nobody')
  await page.goto('/sign-in')
  await page.getByRole('button', { name: /Jo Pereira/ }).click()
  await expect(page.locator('summary', { hasText: 'Jo Pereira' })).toBeVisible()
  const kept = (await page.context().cookies()).find(({ name }) => name === 'footpath')!
  expect(kept).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
  await signOut(page)
  await page.context().addCookies([kept])
  await page.goto('/care/today')
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
})
