import type { KeyObject } from 'node:crypto'
import { appendFileSync } from 'node:fs'
import type { ClientBase } from 'pg'
import { beginning, chained, type Head, signHead } from './chain'

/**
 * Links the audit rows of every transaction that has ended into the chain. The horizon is the oldest transaction still
 * running: nothing can commit behind it, so no row can slip under a seal.
 * @param client signed in as footpath_sealer
 * @param headsFile where each head is sent, one JSON line each: keep it on another machine
 * @returns how many rows were sealed; 0 when there is nothing new or another sealer is at work
 */
export async function sealAudit(client: ClientBase, key: KeyObject, headsFile?: string): Promise<number> {
  await client.query('begin')
  try {
    const { rows: lock } = await client.query('select pg_try_advisory_xact_lock(74620) as mine')
    const { rows: last } = await client.query(
      'select seq, to_xid::text, hash from app.audit_seals order by seq desc limit 1',
    )
    const from = last[0]?.to_xid ?? '0'
    const previous: Buffer = last[0]?.hash ?? beginning
    const { rows } = lock[0].mine
      ? await client.query(
          `select pg_snapshot_xmin(pg_current_snapshot())::text as horizon, count(l.id)::int as count, ${chained('$2::bytea')} as hash
           from app.audit_log l where l.xid >= $1::xid8 and l.xid < pg_snapshot_xmin(pg_current_snapshot())`,
          [from, previous],
        )
      : { rows: [{ count: 0 }] }
    const batch = rows[0]
    if (batch.count > 0) {
      const head: Head = {
        seq: (last[0]?.seq ?? 0) + 1,
        count: batch.count,
        hash: batch.hash.toString('hex'),
        at: new Date().toISOString(),
      }
      const signature = signHead(head, key)
      await client.query(
        `insert into app.audit_seals (seq, from_xid, to_xid, count, previous, hash, signature, at) values ($1, $2::xid8, $3::xid8, $4, $5, $6, $7, $8)`,
        [head.seq, from, batch.horizon, head.count, previous, batch.hash, signature, head.at],
      )
      if (headsFile)
        appendFileSync(headsFile, `${JSON.stringify({ ...head, signature: signature.toString('hex') })}\n`)
    }
    await client.query('commit')
    return batch.count
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}
