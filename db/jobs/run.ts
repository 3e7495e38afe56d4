import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { sealingKey } from '@/db/audit/chain'
import { auditPlaces } from '@/db/audit/heads'
import { sealAudit } from '@/db/audit/seal'
import { env } from '@/db/env'

/** Milliseconds between two looks at the audit log: the window in which a row is protected by rights alone. */
const pause = 2_000

/** Milliseconds between two looks for what is kept for a day only. */
const forgetEvery = 15 * 60_000

let forgot = 0
let stopping = false
process.on('SIGTERM', () => {
  stopping = true
})
process.on('SIGINT', () => {
  stopping = true
})

/** The service's own jobs, in a process of their own. A lost database is waited for, never a reason to end. */
async function run() {
  const url = env().DATABASE_SEALER_URL
  if (!url) {
    process.stderr.write('DATABASE_SEALER_URL is not set: the audit log is not being sealed.\n')
    process.exit(2)
  }
  const places = auditPlaces()
  const key = sealingKey(places.key)
  while (!stopping) {
    const client = new Client({
      connectionString: url,
      application_name: 'footpath sealer',
      connectionTimeoutMillis: 3_000,
      query_timeout: 30_000,
    })
    client.on('error', () => {})
    try {
      await client.connect()
      while (!stopping) {
        await sealAudit(client, key, places.heads)
        if (Date.now() - forgot > forgetEvery) {
          await client.query('select app.forget_day_old()')
          forgot = Date.now()
        }
        await wait(pause)
      }
    } catch (error) {
      process.stderr.write(
        `Sealing the audit log failed and will be tried again: ${(error as Error).message}\n`,
      )
      await wait(pause)
    } finally {
      await client.end().catch(() => {})
    }
  }
}

await run()
