import { Pool, type QueryResultRow } from 'pg'

let pool: Pool | undefined

/** The superuser's view, for setting the stage and for looking at what really stands in the tables. */
export const sql = async <R extends QueryResultRow = QueryResultRow>(
  text: string | { name: string; text: string },
  values: unknown[] = [],
): Promise<R[]> => {
  if (!pool) {
    pool = new Pool({
      connectionString: process.env.DATABASE_ADMIN_URL,
      max: 4,
      options: '-c TimeZone=Europe/London',
    })
    // A proof stops the server under us: an idle connection that ends is no fault.
    pool.on('error', () => {})
  }
  return (await pool.query<R>(text, values)).rows
}

/** A direct connection as one of the database's own roles. */
export const asRole = (role: 'app' | 'report' | 'owner' | 'sealer' | 'jobs'): Pool => {
  const url = {
    app: 'DATABASE_URL',
    report: 'DATABASE_REPORT_URL',
    owner: 'DATABASE_OWNER_URL',
    sealer: 'DATABASE_SEALER_URL',
    jobs: 'DATABASE_JOBS_URL',
  }[role]
  return new Pool({ connectionString: process.env[url], max: 1 })
}
