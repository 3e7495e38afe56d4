import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { Pool, type QueryResultRow } from 'pg'
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

/**
 * Journeys fail on any error a page throws or logs. `as('clinician')` is a page of someone signed in; `look` checks a page with
 * axe and for sideways scrolling; `record` looks at what really stands in the tables.
 */
export const test = base.extend<{
  as: (who: Who | 'nobody', way?: Way) => Promise<Page>
  look: (page: Page) => Promise<void>
  record: <R extends QueryResultRow>(sql: string, values?: unknown[]) => Promise<R[]>
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
      const page = await context.newPage()
      page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
      page.on('console', (message) => {
        // A page that is not there answers 404, and the browser says so in its log.
        if (message.type() === 'error' && !/status of 404/.test(message.text()))
          faults.push(`${page.url()}: ${message.text()}`)
      })
      return page
    })
    for (const context of contexts) await context.close()
    expect(faults).toEqual([])
  },
  look: async ({ browserName: _ }, use) => {
    await use(async (page) => {
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze()
      expect(
        violations.map((v) => `${page.url()} ${v.id}: ${v.nodes.map((n) => n.target).join(' | ')}`),
      ).toEqual([])
      expect(
        await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ),
      ).toBeLessThanOrEqual(0)
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
})

export { expect }
