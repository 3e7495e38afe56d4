import { generateKeyPairSync } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { readHeads } from '@/db/audit/heads'
import { sealAudit } from '@/db/audit/seal'
import { verifyAudit } from '@/db/audit/verify'
import { newId } from '@/lib/id'
import { openScratch } from '../scratch'
import type { Proof } from './proof'

/** A repeatable stream of numbers from 0 to 1 (mulberry32), so that a failing round can be run again. */
const randomFrom = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
}

/** What someone who owns the database might do to hide something: each names itself and changes sealed rows or seals. */
const tamperings: Record<
  string,
  (client: Client, pick: () => number, other: () => number) => Promise<unknown>
> = {
  'edits who': (c, id) => c.query('update app.audit_log set staff_id = $2 where id = $1', [id(), newId()]),
  'edits what': (c, id) => c.query(`update app.audit_log set act = act || 'x' where id = $1`, [id()]),
  'edits when': (c, id) =>
    c.query(`update app.audit_log set at = at + interval '1 second' where id = $1`, [id()]),
  'edits the outcome': (c, id) =>
    c.query(`update app.audit_log set outcome = 'hidden' where id = $1`, [id()]),
  'edits whom': (c, id) => c.query('update app.audit_log set person_id = $2 where id = $1', [id(), newId()]),
  'edits a detail': (c, id) =>
    c.query(`update app.audit_log set detail = detail || '{"n": 99}' where id = $1`, [id()]),
  'deletes one row': (c, id) => c.query('delete from app.audit_log where id = $1', [id()]),
  'deletes a stretch': (c, id) => c.query('delete from app.audit_log where id between $1 and $1 + 5', [id()]),
  'forges an old row': (c, id) =>
    c.query(
      `insert into app.audit_log (xid, act, outcome, at) select xid, 'overview', 'opened', at from app.audit_log where id = $1`,
      [id()],
    ),
  'moves a row to another transaction': (c, id) =>
    c.query(`update app.audit_log set xid = (xid::text::bigint + 1)::text::xid8 where id = $1`, [id()]),
  'reorders two rows': async (c, id, other) => {
    const [a, b] = [id(), other()]
    await c.query('update app.audit_log set id = -1 where id = $1', [a])
    await c.query('update app.audit_log set id = $2 where id = $1', [b, a])
    await c.query('update app.audit_log set id = $1 where id = -1', [b])
  },
  'cuts the end off': async (c) => {
    await c.query(
      'delete from app.audit_log where xid >= (select from_xid from app.audit_seals order by seq desc limit 1)',
    )
    await c.query('delete from app.audit_seals where seq = (select max(seq) from app.audit_seals)')
  },
  'deletes a seal in the middle': (c) =>
    c.query('delete from app.audit_seals where seq = (select max(seq) / 2 from app.audit_seals)'),
  'writes a seal anew without the key': async (c, id) => {
    const { rows } = await c.query(
      `update app.audit_log set act = 'nothing' where id = $1 returning xid::text`,
      [id()],
    )
    await c.query(
      `update app.audit_seals set hash = sha256(hash) where from_xid <= $1::xid8 and to_xid > $1::xid8`,
      [rows[0].xid],
    )
  },
}

/** Random edits, deletions and reorderings of sealed audit rows by the owner of the database: every one is found. */
export const prove: Proof = async ({ short }) => {
  const rounds = short ? 100 : 1_000
  const seed = Number(process.env.SEED ?? 20_260_301)
  const random = randomFrom(seed)
  const scratch = await openScratch()
  const headsFile = join(tmpdir(), `footpath-heads-${process.pid}.jsonl`)
  const owner = new Client({ connectionString: scratch.urls.DATABASE_ADMIN_URL })
  const sealer = new Client({ connectionString: scratch.urls.DATABASE_SEALER_URL })
  await Promise.all([owner.connect(), sealer.connect()])
  const key = generateKeyPairSync('ed25519').privateKey
  try {
    const seals = 40
    for (let n = 0; n < seals; n++) {
      for (let tx = 0; tx < 10; tx++)
        await owner.query(
          `insert into app.audit_log (partnership_id, staff_id, role, act, outcome, person_id, detail)
           select $1, $2, 'clinician', 'recordRatings', 'done', $3, jsonb_build_object('n', g) from generate_series(1, 5) g`,
          [newId(), newId(), newId()],
        )
      await sealAudit(sealer, key, headsFile)
    }
    const { rows } = await owner.query('select max(id)::int as last, count(*)::int as n from app.audit_log')
    const heads = readHeads(headsFile)
    const untouched = await verifyAudit(sealer, key, heads)
    console.log(
      `${rows[0].n} rows under ${seals} seals; untouched: ${untouched.problems.length} problems. Seed ${seed}.`,
    )
    let failed = untouched.problems.length === 0 && untouched.sealed === rows[0].n ? 0 : 1
    let passed = 1 - failed
    const found: Record<string, number> = {}
    const names = Object.keys(tamperings)
    // Only the owner of the tables can switch the append-only triggers off: this plays exactly that person.
    await owner.query('alter table app.audit_log disable trigger all')
    await owner.query('alter table app.audit_seals disable trigger all')
    for (let round = 0; round < rounds; round++) {
      const name = names[round % names.length]!
      let last = 0
      const pick = () => (last = 1 + Math.floor(random() * (rows[0].last - 10)))
      const other = () => ((last + 5 + Math.floor(random() * 500)) % rows[0].last) + 1
      await owner.query('begin')
      await tamperings[name]!(owner, pick, other)
      const { problems } = await verifyAudit(owner, key, heads)
      await owner.query('rollback')
      if (problems.length > 0) {
        passed += 1
        found[name] = (found[name] ?? 0) + 1
      } else {
        failed += 1
        console.log(`NOT FOUND in round ${round}: ${name}, row ${last}`)
      }
    }
    for (const [name, n] of Object.entries(found)) console.log(`  ${name}: ${n} of ${n} found`)
    return { passed, failed }
  } finally {
    await Promise.all([owner.end(), sealer.end()])
    rmSync(headsFile, { force: true })
    await scratch.close()
  }
}
