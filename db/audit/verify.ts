import type { KeyObject } from 'node:crypto'
import type { ClientBase } from 'pg'
import { beginning, chained, type Head, headIsSigned } from './chain'

type Verdict = { sealed: number; unsealed: number; problems: string[] }

/**
 * Recomputes every link of the audit chain from the rows as they are now.
 * @param heads the heads that were sent to a second place; they show a chain that was cut or written anew
 */
export async function verifyAudit(
  client: ClientBase,
  key: KeyObject | undefined,
  heads: Head[],
): Promise<Verdict> {
  const { rows: seals } = await client.query(
    `select s.seq, s.from_xid::text, s.to_xid::text, s.count, s.previous, s.hash, s.signature, s.at, b.count as found, b.hash as again
     from app.audit_seals s
     cross join lateral (
       select count(l.id)::int as count, ${chained('s.previous')} as hash
       from app.audit_log l where l.xid >= s.from_xid and l.xid < s.to_xid
     ) b
     order by s.seq`,
  )
  const problems: string[] = []
  let sealed = 0
  let previous: { seq: number; to: string; hash: Buffer } = { seq: 0, to: '0', hash: beginning }
  for (const s of seals) {
    const say = (what: string) => problems.push(`Seal ${s.seq}: ${what}`)
    if (s.seq !== previous.seq + 1)
      say(`the seal before it is missing (the last one found is ${previous.seq}).`)
    if (s.from_xid !== previous.to) say('it does not begin where the one before it ended.')
    if (!s.previous.equals(previous.hash)) say('it is not linked to the one before it.')
    if (s.found !== s.count) say(`it was made over ${s.count} rows and there are ${s.found} now.`)
    else if (!s.again.equals(s.hash)) say('a row was changed or put in another order.')
    const head: Head = { seq: s.seq, count: s.count, hash: s.hash.toString('hex'), at: s.at.toISOString() }
    if (key && !(s.signature && headIsSigned(head, s.signature, key))) say('its signature is not ours.')
    sealed += s.found
    previous = { seq: s.seq, to: s.to_xid, hash: s.hash }
  }
  const bySeq = new Map(seals.map((s) => [s.seq as number, s.hash.toString('hex') as string]))
  for (const head of heads) {
    const here = bySeq.get(head.seq)
    if (here === undefined) problems.push(`Seal ${head.seq} was sent out and is missing here.`)
    else if (here !== head.hash) problems.push(`Seal ${head.seq} is not the one that was sent out.`)
  }
  const { rows } = await client.query('select count(*)::int as n from app.audit_log where xid >= $1::xid8', [
    previous.to,
  ])
  return { sealed, unsealed: rows[0].n, problems }
}
