import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { appPool } from './client'

/** A database that does not answer within this is not ready, in milliseconds. */
const patience = 1_000

const question = `select (select count(*)::int from drizzle.__drizzle_migrations) as migrations,
  (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) or
    exists (select from pg_tables where schemaname = 'public' and tableowner = current_user) as too_mighty`

let expected: number | undefined

/** How many migrations this build was made with. */
const migrationsExpected = (): number => {
  expected ??= (
    JSON.parse(readFileSync(join(process.cwd(), 'db/migrations/meta/_journal.json'), 'utf8')) as {
      entries: unknown[]
    }
  ).entries.length
  return expected
}

/**
 * Whether this process may serve: the database answers, has the shape that this build expects, and would hold the line
 * against us. A role that passes by row-level security never becomes ready.
 * @returns a sentence saying what is wrong, or undefined
 */
export async function readinessProblem(): Promise<string | undefined> {
  const late = new Promise<'late'>((answer) => setTimeout(answer, patience, 'late').unref())
  try {
    const answer = await Promise.race([appPool().query(question), late])
    if (answer === 'late') return 'The database did not answer within a second.'
    const { migrations, too_mighty } = answer.rows[0]
    if (too_mighty)
      return 'DATABASE_URL signs in as a role that passes by row-level security. Use the role footpath_app.'
    if (migrations < migrationsExpected())
      return `The database has ${migrations} of ${migrationsExpected()} migrations. Run the migrations.`
    return undefined
  } catch {
    return 'The database cannot be reached, or its migrations have not run.'
  }
}
