import type { Page } from '@playwright/test'
import { expect, test } from './setup/journey'

type Look = (page: Page) => Promise<void>

/** Every address once at a desk and once on a phone: axe, and nothing wider than the screen. */
const walk = async (page: Page, look: Look, addresses: readonly string[]) => {
  for (const address of addresses)
    await test.step(address, async () => {
      await page.setViewportSize({ width: 1280, height: 900 })
      const answer = await page.goto(address)
      expect(answer?.status(), address).toBe(200)
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
      await look(page)
      await page.setViewportSize({ width: 320, height: 800 })
      await look(page)
    })
}

// Long, and each by itself: both workers share them.
test.describe.configure({ mode: 'parallel', timeout: 300_000 })

test('pages before signing in', async ({ as, look }) => {
  await walk(await as('nobody'), look, ['/sign-in', '/help', '/accessibility', '/privacy', '/get-help-now'])
})

test('pages of a clinician', async ({ as, look, record, youngPerson }) => {
  const [sam] = await record<{
    id: string
    goal: string
    handover: string
    sharing: string
    episode: string
  }>(
    `select p.id, (select g.id from goals g where g.person_id = p.id order by rank limit 1) as goal,
       (select h.id from handovers h where h.person_id = p.id) as handover,
       (select s.id from sharing_entries s where s.person_id = p.id) as sharing,
       (select e.id from episodes e where e.person_id = p.id) as episode
     from people p where p.given_name = 'Samuel' and p.family_name = 'Whitlow'`,
  )
  const [ids] = await record<{
    address: string
    relationship: string
    meeting: string
    ended: string
    waiting: string
    ready: string
  }>(
    `select (select a.id from addresses a where a.person_id = $1 limit 1) as address,
       (select r.id from relationships r where r.person_id = $1 limit 1) as relationship,
       (select m.id from meetings m where m.person_id = $1 and m.attendance is null limit 1) as meeting,
       (select p.id from people p where p.given_name = 'Zofia' and p.family_name = 'Kowalska') as ended,
       (select e.id from episodes e join people p on p.id = e.person_id where p.given_name = 'Jayden' and p.family_name = 'Cole') as waiting,
       (select h.id from handovers h join people p on p.id = h.person_id where p.given_name = 'Kofi' and p.family_name = 'Mensah') as ready`,
    [sam!.id],
  )
  const base = `/care/people/${sam!.id}`
  const newcomer = await youngPerson('Blank', [])
  const amira = await as('clinician')
  await walk(amira, look, [
    ...[
      '/care/today',
      '/care/people',
      '/care/search',
      '/care/referrals',
      '/care/referrals/new',
      '/care/handovers',
    ],
    ...[`/care/referrals/${ids!.waiting}`, `/care/referrals/${ids!.waiting}/acceptance`],
    ...[`/care/referrals/${ids!.waiting}/decline`, `/care/handovers/${sam!.handover}`],
    ...['/preparation', '/invitation'].map((path) => `/care/handovers/${ids!.ready}${path}`),
    `/care/referrals/${sam!.episode}/named-worker`,
    ...['/next-step', '/step-back', '/stop'].map((path) => `/care/handovers/${sam!.handover}${path}`),
    ...[
      '',
      '/goals',
      '/measures',
      '/measures/new',
      '/measures/new?measure=sdq-self',
      '/measures/current-view',
      '/goals/new',
      `/goals/${sam!.goal}`,
      `/goals/${sam!.goal}/end`,
      `/goals/${sam!.goal}/talk`,
      `/goals/${sam!.goal}/steps/new`,
      '/goals/order',
      '/review',
      '/rating',
    ].map((p) => base + p),
    '/care/concern',
    ...['/plan', '/safety-plan', '/concern', '/plan/print', '/goals/sheet', '/handover/print'].map(
      (p) => base + p,
    ),
    ...[
      '/grouping',
      '/grouping/decision',
      '/story',
      '/story/note',
      '/story/who-looked',
      '/handover',
      '/ending',
    ].map((p) => base + p),
    ...[
      '',
      '/new',
      ...['', '/move', '/cancel', '/room', '/attendance'].map((p) => `/${ids!.meeting}${p}`),
    ].map((p) => `${base}/meetings${p}`),
    ...['', '/change', '/equality', '/addresses/new', `/addresses/${ids!.address}`].map(
      (p) => `${base}/details${p}`,
    ),
    ...['/people/new', `/people/${ids!.relationship}`, '/sharing/new'].map((p) => `${base}/details${p}`),
    `${base}/details/sharing/${sam!.sharing}/withdrawal`,
    ...['', '/young-person'].map((who) => `${base}/details/reminders${who}`),
    ...['', '/invitation'].map((path) => `${base}/details/accounts${path}`),
    ...['', '/capacity', `/${ids!.relationship}`].map((path) => `${base}/details/family${path}`),
    // Nothing written yet, and someone who has left with a way back.
    ...['', '/goals', '/rating', '/grouping', '/story', '/handover', '/details', '/handover/start'].map(
      (path) => newcomer.base + path,
    ),
    ...['', '/come-back'].map((path) => `/care/people/${ids!.ended}${path}`),
    ...['/account', '/account/password', '/account/reach', '/account/recovery-codes'],
  ])
})

test('pages of a facilitator', async ({ as, look, record }) => {
  const [kofi] = await record<{ id: string; handover: string }>(
    `select p.id, h.id as handover from people p join handovers h on h.person_id = p.id where p.given_name = 'Kofi' and p.family_name = 'Mensah'`,
  )
  const board = `/care/handovers/${kofi!.handover}`
  await walk(await as('facilitator'), look, [
    ...['/care/today', '/care/people', '/care/handovers', '/care/break-glass', board],
    ...['/acceptance', '/refusal'].map((path) => board + path),
  ])
})

test('pages of those who hold no record', async ({ as, look, record }) => {
  const [ids] = await record<{ staff: string; team: string }>(
    `select (select id from staff where name = 'Ben Okafor') as staff, (select id from teams where name = 'EWMHS') as team`,
  )
  await walk(await as('administrator'), look, [
    ...[
      '/admin/people',
      '/admin/people/new',
      `/admin/people/${ids!.staff}`,
      `/admin/people/${ids!.staff}/details`,
    ],
    ...['/admin/teams', '/admin/teams/new', '/admin/teams/new-organisation', `/admin/teams/${ids!.team}`],
    ...['/admin/settings', '/admin/help-lines', '/admin/help-lines/new', '/admin/jobs', '/admin/audit'],
  ])
  await walk(await as('commissioner'), look, ['/commissioning/equity'])
  await walk(await as('privacy-officer'), look, ['/admin/break-glass', '/admin/audit'])
  await walk(await as('team-lead'), look, ['/care/today', '/care/referrals', '/care/imports', '/account'])
})

test('what is printed is what is read', async ({ as, youngPerson }) => {
  const words = 'Play the cello to one person'
  const { base, given } = await youngPerson('Cordelia', [words])
  const amira = await as('clinician')
  await amira.goto(base)
  await amira.emulateMedia({ media: 'print' })
  await expect(amira.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(amira.getByText(given).first()).toBeVisible()
  await expect(amira.getByText(words).first()).toBeVisible()
  await expect(amira.getByRole('button', { name: 'Search' })).toBeHidden()
  const cora = await as('commissioner')
  await cora.goto('/commissioning/equity')
  const tables = await cora.getByRole('table').count()
  expect(tables).toBeGreaterThanOrEqual(7)
  await cora.emulateMedia({ media: 'print' })
  for (const table of await cora.getByRole('table').all()) await expect(table).toBeVisible()
  for (const chart of await cora.locator('main svg[role=img]').all()) await expect(chart).toBeVisible()
  await expect(cora.getByRole('heading', { level: 1 })).toBeVisible()
})

test('with the keyboard alone: past the header, and a rating from Tab, arrows and Space', async ({
  as,
  record,
  youngPerson,
}) => {
  const words = 'Ask a question in class'
  const { personId, base } = await youngPerson('Florian', [words])
  const amira = await as('clinician')
  const press = (key: string) => amira.keyboard.press(key)
  const tabTo = async (found: ReturnType<Page['getByRole']>) => {
    for (let i = 0; i < 40; i++) {
      if (await found.evaluate((element) => element === document.activeElement)) return
      await press('Tab')
    }
    throw new Error('Forty presses of Tab did not come there.')
  }
  await amira.goto(`${base}/rating`)
  await press('Tab')
  await expect(amira.getByRole('link', { name: 'Skip to main content' })).toBeFocused()
  await expect(amira.getByRole('link', { name: 'Skip to main content' })).toBeInViewport()
  await press('Enter')
  await expect(amira.getByRole('main')).toBeFocused()

  await tabTo(amira.getByRole('radio', { name: 'Florian' }))
  await press('Space')
  await expect(amira.getByRole('radio', { name: 'Florian' })).toBeChecked()
  const tiles = amira.getByRole('group', { name: words })
  const tile = (number: number) => tiles.getByRole('radio', { name: String(number), exact: true })
  await tabTo(tile(0))
  // Coming to the group chooses nothing.
  await expect(tile(0)).not.toBeChecked()
  for (let i = 0; i < 3; i++) await press('ArrowRight')
  await expect(tile(3)).toBeChecked()
  await press('ArrowLeft')
  await expect(tile(2)).toBeChecked()
  await tabTo(amira.getByRole('button', { name: 'Save ratings' }))
  await press('Space')
  await expect(amira.getByText(/Saved at/)).toBeVisible()
  expect(await record('select value from ratings where person_id = $1', [personId])).toEqual([{ value: 2 }])
})
