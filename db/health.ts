import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { appPool } from './client'

/** A database that does not answer within this is not ready, in milliseconds. */
const patience = 1_000

const question = `select (select count(*)::int from drizzle.__drizzle_migrations) as migrations,
  (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) or
    exists (select from pg_tables where schemaname = 'public' and pg_has_role(tableowner, 'member')) as too_mighty`

/** 'role' never goes away by itself, 'away' may; 'shape' waits for the migrations. The words are a sentence for a person. */
type ReadinessProblem = { kind: 'role' | 'shape' | 'away'; words: string }

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
 * against us. A superuser, an owner of the tables and a role that passes by row-level security never become ready.
 * @returns what is wrong, or undefined
 */
export async function readinessProblem(pool = appPool): Promise<ReadinessProblem | undefined> {
  const late = new Promise<'late'>((answer) => setTimeout(answer, patience, 'late').unref())
  try {
    const answer = await Promise.race([pool().query(question), late])
    if (answer === 'late') return { kind: 'away', words: 'The database did not answer within a second.' }
    const { migrations, too_mighty } = answer.rows[0]
    if (too_mighty)
      return {
        kind: 'role',
        words:
          'DATABASE_URL signs in as a role that owns the tables or passes by row-level security. Use the role footpath_app.',
      }
    if (migrations < migrationsExpected())
      return {
        kind: 'shape',
        words: `The database has ${migrations} of ${migrationsExpected()} migrations. Run the migrations.`,
      }
    return undefined
  } catch {
    return { kind: 'away', words: 'The database cannot be reached, or its migrations have not run.' }
  }
}

/**
 * Ends this process, with a sentence, when its role would pass by row-level security. While the database is away nobody
 * can tell: the health check says "not ready", and we look again until there is an answer.
 */
export async function refuseMightyRole(): Promise<void> {
  const problem = await readinessProblem()
  if (problem?.kind === 'role') {
    process.stderr.write(`Footpath does not serve. ${problem.words}\n`)
    process.exit(1)
  }
  if (problem?.kind === 'away') setTimeout(refuseMightyRole, 5_000).unref()
}
