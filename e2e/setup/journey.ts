import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type BrowserContext, test as base, expect, type Page, type Request } from '@playwright/test'
import type axe from 'axe-core'
import { Pool, type QueryResultRow } from 'pg'
import { newId } from '../../lib/id'
import { places } from './places'

type Who =
  | 'clinician'
  | 'facilitator'
  | 'team-lead'
  | 'charity-lead'
  | 'commissioner'
  | 'privacy-officer'
  | 'administrator'
type Way = { width?: number; script?: boolean }
export type Record = <R extends QueryResultRow>(sql: string, values?: unknown[]) => Promise<R[]>
type YoungPerson = { personId: string; episodeId: string; given: string; family: string; base: string }

// Half the size of what the package exports, and sent to every page looked at.
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * Journeys fail on any error a page throws or logs. `as('clinician')` is a page of someone signed in; `look` checks a page
 * with axe and for sideways scrolling, `fits` for sideways scrolling alone; `record` looks at what really stands in the
 * tables; `youngPerson` makes someone whom no other journey changes, with EWMHS: waiting, or beside Amira when goals are
 * given.
 */
export const test = base.extend<{
  as: (who: Who | 'nobody', way?: Way) => Promise<Page>
  look: (page: Page) => Promise<void>
  fits: (page: Page) => Promise<void>
  record: Record
  youngPerson: (given: string, goals?: string[]) => Promise<YoungPerson>
}>({
  as: async ({ browser }, use) => {
    const contexts: BrowserContext[] = []
    const faults: string[] = []
    await use(async (who, { width = 1280, script = true } = {}) => {
      const context = await browser.newContext({
        baseURL: places.base,
        storageState: who === 'nobody' ? undefined : places.signedIn(who),
        viewport: { width, height: 900 },
        javaScriptEnabled: script,
        locale: 'en-GB',
        timezoneId: 'Europe/London',
      })
      contexts.push(context)
      // On the context: a second tab is watched too.
      context.on('weberror', (fault) => faults.push(`${fault.page()?.url()}: ${fault.error().message}`))
      context.on('console', (message) => {
        // A page that is not there answers 404, and the browser says so in its log.
        if (message.type() === 'error' && !/status of 404/.test(message.text()))
          faults.push(`${message.page()?.url()}: ${message.text()}`)
      })
      return context.newPage()
    })
    for (const context of contexts) await context.close()
    expect(faults).toEqual([])
  },
  look: async ({ fits }, use) => {
    await use(async (page) => {
      if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource)
      // A page that the browser asked for itself gets its title a moment after its content.
      await expect(async () => {
        const faults = await page.evaluate(async (tags) => {
          // One document without frames: what AxeBuilder does for frames costs four times as long.
          const here = (globalThis as unknown as { axe: typeof axe }).axe
          const { violations } = await here.run(document, {
            runOnly: tags,
            resultTypes: ['violations'],
            reporter: 'no-passes',
          })
          return violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.target).join(' | ')}`)
        }, rules)
        expect(faults, page.url()).toEqual([])
      }).toPass({ timeout: 20_000 })
      await fits(page)
    })
  },
  fits: async ({ browserName: _ }, use) => {
    await use(async (page) => {
      // Without script a press is a navigation, and a page that is on its way has nothing to measure yet.
      await page.waitForLoadState()
      const beyond = () =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      expect(await beyond(), page.url()).toBeLessThanOrEqual(0)
    })
  },
  record: async ({ browserName: _ }, use) => {
    const pool = new Pool({
      connectionString: JSON.parse(readFileSync(places.urls, 'utf8')).DATABASE_ADMIN_URL,
      max: 1,
    })
    await use(async (sql, values = []) => (await pool.query(sql, values)).rows)
    await pool.end()
  },
  youngPerson: async ({ record }, use) => {
    await use(async (given, goals) => {
      const [personId, episodeId] = [newId(), newId()]
      // Of letters only, and unlike every other name, so that a search finds one.
      const family = `J${personId.slice(-8).replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)]!)}`
      await record(
        `insert into people (partnership_id, id, given_name, family_name, born, nhs_number_absent, safe_contact)
         select id, $1, $2, $3, '2010-05-14', 'not-known-yet', 'Text first.' from partnerships where demonstration`,
        [personId, given, family],
      )
      await record(
        `insert into episodes (partnership_id, id, person_id, team_id, status, referred_on, source, accepted_on, named_worker_id)
         select t.partnership_id, $1, $2, t.id, $3, current_date - 30, 'A1', case when $4 then current_date - 25 end,
           case when $4 then (select s.id from staff s where s.name = 'Amira Hussain' and s.partnership_id = t.partnership_id) end
         from teams t join partnerships p on p.id = t.partnership_id where p.demonstration and t.name = 'EWMHS'`,
        [episodeId, personId, goals ? 'open' : 'waiting', goals !== undefined],
      )
      for (const [rank, words] of (goals ?? []).entries())
        await record(
          `insert into goals (partnership_id, id, episode_id, person_id, words, whose, rank, agreed_on, by_staff_id)
           select partnership_id, $1, id, person_id, $3, 'young-person', $4, accepted_on, named_worker_id from episodes where id = $2`,
          [newId(), episodeId, words, rank + 1],
        )
      return { personId, episodeId, given, family, base: `/care/people/${personId}` }
    })
  },
})

/** The page listens: to other tabs, to the connection, to the clock. What is pressed or typed earlier is not lost either. */
export const alive = (page: Page) => expect(page.locator('html[data-alive]')).toBeAttached()

/** A form on its way, and not a draft of it. */
export const isAction = (request: Request) =>
  request.method() === 'POST' && 'next-action' in request.headers()

/** Changes the next form on its way to the server, as nobody can on the page itself. */
export const tampered = async (page: Page, change: (body: string) => string): Promise<void> => {
  let once = false
  await page.route('**', (route) => {
    const request = route.request()
    if (once || !isAction(request)) return route.fallback()
    once = true
    return route.continue({ postData: change(request.postDataBuffer()?.toString('utf8') ?? '') })
  })
}

/** A day from today, in London. */
export const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/London' })

/** Fills the three boxes of a date. */
export async function fillDate(page: Page, group: string, day: string): Promise<void> {
  const [year, month, date] = day.split('-')
  const boxes = page.getByRole('group', { name: group })
  await boxes.getByLabel('Day').fill(date!)
  await boxes.getByLabel('Month').fill(month!)
  await boxes.getByLabel('Year').fill(year!)
}

/** Opens the account menu and signs out. */
export async function signOut(page: Page): Promise<void> {
  await page.locator('summary', { hasText: 'your account' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByText('You are signed out.')).toBeVisible()
}

export { expect }
