import { drizzle } from 'drizzle-orm/node-postgres'
import { Client, DatabaseError, Pool, type PoolClient, types } from 'pg'
import { Stop } from '@/lib/errors'
import { env } from './env'

// A day stays a day: the driver would make it an instant in the server's own time zone.
types.setTypeParser(types.builtins.DATE, (text) => text)

/** How long things may take, in milliseconds. */
export type Limits = {
  /** How long connecting or a query may go unanswered before the connection is given up. */
  deadline: number
  statement: number
  lock: number
  idleInTransaction: number
}

const forPages: Limits = { deadline: 3_000, statement: 5_000, lock: 2_500, idleInTransaction: 8_000 }

/** Publishing reads a whole partnership and works on it between two queries; nobody waits for a page. */
const forPublishing: Limits = {
  deadline: 120_000,
  statement: 120_000,
  lock: 30_000,
  idleInTransaction: 120_000,
}

/** Statements that are sent without waiting for each other leave as one write: here a write costs as much as a small statement. */
class OneWriteClient extends Client {
  #held = false

  // biome-ignore lint/suspicious/noExplicitAny: the driver's own overloads go through as they are
  override query(...given: any[]): any {
    if (!this.#held) {
      const { stream } = this.connection
      stream.cork()
      this.#held = true
      process.nextTick(() => {
        this.#held = false
        stream.uncork()
      })
    }
    return super.query(...(given as Parameters<Client['query']>))
  }
}

/**
 * A pool whose every wait ends: connecting, queueing behind a full pool, and each query. The server's own limits
 * (statement, lock, idle in transaction) end what a deadline here abandoned.
 */
export const openPool = (
  connectionString: string,
  name: string,
  max: number,
  limits: Limits = forPages,
): Pool => {
  const pool = new Pool({
    connectionString,
    max,
    application_name: `footpath ${name}`,
    connectionTimeoutMillis: limits.deadline,
    query_timeout: limits.deadline,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    pipeline: true,
    Client: OneWriteClient,
    options: `-c statement_timeout=${limits.statement} -c lock_timeout=${limits.lock} -c idle_in_transaction_session_timeout=${limits.idleInTransaction} -c TimeZone=Europe/London`,
  })
  // A server that goes away ends idle connections: the pool drops them, and the next request opens a new one.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

const pools = globalThis as unknown as { footpathPools?: Map<string, Pool> }

const pool = (name: 'app' | 'report' | 'publish'): Pool => {
  pools.footpathPools ??= new Map()
  let found = pools.footpathPools.get(name)
  if (!found) {
    const url = name === 'report' ? env().DATABASE_REPORT_URL : env().DATABASE_URL
    if (!url) throw new Error(`No database address for the ${name} role: set DATABASE_REPORT_URL.`)
    found =
      name === 'publish'
        ? openPool(url, name, 1, forPublishing)
        : openPool(url, name, name === 'app' ? env().DATABASE_POOL : 4)
    pools.footpathPools.set(name, found)
  }
  return found
}

export const appPool = (): Pool => pool('app')
export const reportPool = (): Pool => pool('report')
/** The application's own role, with time to read a whole partnership. */
export const publishPool = (): Pool => pool('publish')

export type Db = ReturnType<typeof speak>
const speak = (client: PoolClient) => drizzle(client)

/** The answer the database itself gave, however deep a library wrapped it. */
export const databaseAnswer = (error: unknown): DatabaseError | undefined => {
  for (let e = error; e instanceof Error; e = e.cause) if (e instanceof DatabaseError) return e
  return undefined
}

/**
 * One transaction on one connection. `open` runs as part of the first round trip and `close` as part of the last. After
 * anything but a plain answer (a deadline, a lost server) the connection is thrown away: what it was doing is not known.
 * @throws what `work` threw, or the database's answer to `close` or to the commit
 */
export async function inTransaction<T>(
  from: Pool,
  open: string,
  work: (db: Db, client: PoolClient, opened: Record<string, unknown>[]) => Promise<T>,
  close?: (client: PoolClient, value: T) => Promise<unknown> | undefined,
): Promise<T> {
  const client = await from.connect()
  let broken: Error | undefined
  try {
    const answers = (await client.query(`begin; ${open}`)) as unknown as { rows: Record<string, unknown>[] }[]
    const value = await work(speak(client), client, answers.at(-1)?.rows ?? [])
    // Where the last statement fails, the commit behind it rolls back.
    await Promise.all([close?.(client, value), client.query('commit')])
    return value
  } catch (error) {
    if (error instanceof Stop || databaseAnswer(error)) {
      await client.query('rollback').catch((failed: Error) => {
        broken = failed
      })
    } else {
      broken = error as Error
    }
    throw error
  } finally {
    client.release(broken)
  }
}
