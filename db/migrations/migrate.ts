import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as run } from 'drizzle-orm/node-postgres/migrator'
import { Client } from 'pg'
import { makeQueue } from './queue'
import { makeRoles } from './roles'

type Addresses = {
  admin?: string
  owner: string
  app?: string
  report?: string
  sealer?: string
  jobs?: string
}

const folder = fileURLToPath(new URL('.', import.meta.url))

const signedIn = async <T>(url: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: url, application_name: 'footpath migrations' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Brings a database to today's shape: roles first, then what is missing of the tables, policies and functions. Safe to repeat. */
export async function migrate({ admin, owner, app, report, sealer, jobs }: Addresses): Promise<void> {
  const addresses = {
    footpath_owner: owner,
    footpath_app: app,
    footpath_report: report,
    footpath_sealer: sealer,
    footpath_jobs: jobs,
  }
  await signedIn(admin ?? owner, (client) => makeRoles(client, addresses))
  if (admin)
    await signedIn(admin, async (client) => {
      const { rows } = await client.query('select current_database() as name')
      await client.query(`alter database ${client.escapeIdentifier(rows[0].name)} owner to footpath_owner`)
    })
  await signedIn(owner, async (client) => {
    await client.query("set client_min_messages = warning; set lock_timeout = '30s'")
    await run(drizzle(client), { migrationsFolder: folder })
  })
  await makeQueue(owner)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { DATABASE_ADMIN_URL, DATABASE_OWNER_URL, DATABASE_URL, DATABASE_REPORT_URL } = process.env
  const { DATABASE_SEALER_URL, DATABASE_JOBS_URL } = process.env
  if (!DATABASE_OWNER_URL) {
    process.stderr.write('Set DATABASE_OWNER_URL to the address of the role that owns the tables.\n')
    process.exit(2)
  }
  await migrate({
    admin: DATABASE_ADMIN_URL,
    owner: DATABASE_OWNER_URL,
    app: DATABASE_URL,
    report: DATABASE_REPORT_URL,
    sealer: DATABASE_SEALER_URL,
    jobs: DATABASE_JOBS_URL,
  })
}
