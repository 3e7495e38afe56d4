import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { Client } from 'pg'
import { startPostgres } from '../bin/postgres.mjs'
import { migrate } from '../db/migrations/migrate'
import { startProvider } from './oidc-provider.mjs'
import { freePort, startService } from './setup/own-service'

// This journey needs the service configured with a provider, so it has a service, a database and a provider of its own.
const root = join(import.meta.dirname, '..')
const amira = 'amira@example.test'
let address: string
let database: Client
const ending: (() => Promise<unknown>)[] = []

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  test.setTimeout(120_000)
  const [port, providerPort] = [await freePort(), await freePort()]
  address = `http://localhost:${port}`
  const urls = await startDatabase()
  const provider = await startProvider({
    port: providerPort,
    redirectUri: `${address}/api/auth/callback/elsewhere`,
  })
  ending.push(provider.stop)
  const service = await startService(port, {
    ...urls,
    AUTH_URL: address,
    AUTH_SECRET: 'a-secret-that-is-only-for-the-tests-0123456789',
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
    OIDC_NAME: 'Estuary Trust',
  })
  ending.push(() => service.stop())
})

test.afterAll(async () => {
  for (const end of ending.reverse()) await end()
})

const signInAtProvider = async (page: Page, email: string) => {
  // The provider's own page asks for fonts from elsewhere; no test waits for the world outside.
  await page.route(
    ({ hostname }) => hostname !== 'localhost',
    (route) => route.abort(),
  )
  await page.goto(`${address}/sign-in?to=/account`)
  await page.getByRole('button', { name: 'Sign in with Estuary Trust' }).click()
  await page.locator('input[name=login]').fill(email)
  await page.locator('input[name=password]').fill('anything')
  await page.getByRole('button', { name: 'Sign-in' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
}

test('a member of staff signs in with their organisation, all the way, and out again', async ({ page }) => {
  await signInAtProvider(page, amira)
  await expect(page.locator('summary', { hasText: 'Amira Hussain' })).toBeVisible()
  await page.goto(`${address}/account`)
  await expect(page.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible()
  const cookies = await page.context().cookies()
  const session = cookies.find((cookie) => cookie.name === 'footpath')
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax' })

  await page.locator('summary', { hasText: 'Amira Hussain' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByText('You are signed out.')).toBeVisible()
  // A kept copy of the cookie is worth nothing.
  await page.context().addCookies([session!])
  await page.goto(`${address}/account`)
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
})

for (const [who, email] of [
  ['someone the service does not know', 'stranger@example.test'],
  ['someone whose address the provider has not verified', 'unverified@example.test'],
] as const)
  test(`${who} is told so and gets no session`, async ({ page }) => {
    await signInAtProvider(page, email)
    await expect(page.getByText('That did not sign you in.')).toBeVisible()
    expect((await page.context().cookies()).map((cookie) => cookie.name)).not.toContain('footpath')
  })

test('someone suspended is refused at the provider’s door and on the very next request', async ({ page }) => {
  await signInAtProvider(page, amira)
  await expect(page.locator('summary', { hasText: 'Amira Hussain' })).toBeVisible()
  await database.query("update staff set status = 'suspended' where email = $1", [amira])
  await page.goto(`${address}/account`)
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
})

async function startDatabase() {
  const server = await startPostgres({
    dataDir: join(root, '.data', `test-oidc-${process.pid}`),
    unsafeFast: true,
    database: 'footpath',
  })
  ending.push(server.stop)
  const admin = server.superuserUrl('footpath')
  const as = (role: string) => admin.replace(/\/\/[^@]*@/, `//${role}:only-for-tests@`)
  const urls = {
    DATABASE_URL: as('footpath_app'),
    DATABASE_OWNER_URL: as('footpath_owner'),
    DATABASE_REPORT_URL: as('footpath_report'),
  }
  await migrate({
    admin,
    owner: urls.DATABASE_OWNER_URL,
    app: urls.DATABASE_URL,
    report: urls.DATABASE_REPORT_URL,
  })
  database = new Client({ connectionString: admin })
  await database.connect()
  ending.push(() => database.end())
  await database.query(`
    insert into partnerships (id, name) values ('00000000-0000-4000-8000-000000000001', 'Estuary Partnership');
    insert into staff (partnership_id, id, name, email) values
      ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002', 'Amira Hussain', '${amira}'),
      ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000003', 'Una Verified', 'unverified@example.test');
    insert into memberships (partnership_id, id, staff_id, role, from_day)
      select partnership_id, gen_random_uuid(), id, 'privacy-officer', '2020-01-01' from staff`)
  return urls
}
