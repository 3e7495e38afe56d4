import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { sealingKey } from '@/db/audit/chain'
import { auditPlaces } from '@/db/audit/heads'
import { sealAudit } from '@/db/audit/seal'

/** Milliseconds between two looks at the audit log: the window in which a row is protected by rights alone. */
const pause = 2_000

/** Seals the audit log until told to stop. A lost database is waited for, never a reason to end. */
export async function keepSealing(url: string, stopped: AbortSignal): Promise<void> {
  const places = auditPlaces()
  const key = sealingKey(places.key)
  while (!stopped.aborted) {
    const client = new Client({
      connectionString: url,
      application_name: 'footpath sealer',
      connectionTimeoutMillis: 3_000,
      query_timeout: 30_000,
    })
    client.on('error', () => {})
    try {
      await client.connect()
      while (!stopped.aborted) {
        await sealAudit(client, key, places.heads)
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
