import { generateKeyPairSync } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { sealAudit } from '@/db/audit/seal'
import { verifyAudit } from '@/db/audit/verify'
import { newId } from '@/lib/id'
import { asRole, sql } from '../../build/sql'

const key = generateKeyPairSync('ed25519').privateKey
const sealer = new Client({ connectionString: process.env.DATABASE_SEALER_URL })
beforeAll(() => sealer.connect())
afterAll(() => sealer.end())

const note = `insert into app.audit_log (act, outcome) values ('overview', 'opened')`

// The horizon is the whole server's: a transaction of another test's database may hold it for a moment.
const sealed = () =>
  vi.waitFor(
    async () => {
      await sealAudit(sealer, key)
      expect((await verifyAudit(sealer, key, [])).unsealed).toBe(0)
    },
    { timeout: 15_000, interval: 100 },
  )

test('what is sealed verifies, and a row changed afterwards by the owner of the tables is found', async () => {
  await sql(note)
  await sql(note)
  await sealed()
  expect((await verifyAudit(sealer, key, [])).problems).toEqual([])
  await sql('alter table app.audit_log disable trigger append_only')
  await sql(`update app.audit_log set outcome = 'done' where id = (select min(id) from app.audit_log)`)
  expect((await verifyAudit(sealer, key, [])).problems).toEqual([
    'Seal 1: a row was changed or put in another order.',
  ])
  await sql(`update app.audit_log set outcome = 'opened' where id = (select min(id) from app.audit_log)`)
  await sql('alter table app.audit_log enable trigger append_only')
})

test('a transaction still open holds the horizon: nothing can commit behind a seal', async () => {
  const slow = new Client({ connectionString: process.env.DATABASE_ADMIN_URL })
  await slow.connect()
  await slow.query('begin')
  await slow.query(note)
  await sql(note)
  expect(await sealAudit(sealer, key)).toBe(0)
  expect((await verifyAudit(sealer, key, [])).unsealed).toBe(1)
  await slow.query('commit')
  await slow.end()
  expect((await verifyAudit(sealer, key, [])).unsealed).toBe(2)
  await sealed()
  expect((await verifyAudit(sealer, key, [])).problems).toEqual([])
})

test('a chain that was cut at its end is shown by the head that was sent out', async () => {
  await sql(note)
  await sealed()
  const [last] = await sql(
    `select seq, count, encode(hash, 'hex') as hash from app.audit_seals order by seq desc limit 1`,
  )
  const sentOut = [{ seq: last!.seq + 1, count: 1, hash: last!.hash, at: new Date().toISOString() }]
  expect((await verifyAudit(sealer, key, sentOut)).problems).toEqual([
    `Seal ${last!.seq + 1} was sent out and is missing here.`,
  ])
})

test.each([
  'update app.audit_log set act = act',
  'delete from app.audit_log',
  'truncate app.audit_log',
  'alter table app.audit_log disable trigger all',
  `insert into app.audit_seals (seq, from_xid, to_xid, count, previous, hash) values (999, '0', '1', 0, '', '')`,
])('the application’s role is refused: %s', async (statement) => {
  const app = asRole('app')
  await expect(app.query(statement)).rejects.toThrow(/permission denied|must be owner/)
  await app.end()
})

test('nobody can write an audit row in another’s name', async () => {
  const app = asRole('app')
  await expect(
    app.query(
      `insert into app.audit_log (partnership_id, staff_id, act, outcome) values ($1, $2, 'overview', 'opened')`,
      [newId(), newId()],
    ),
  ).rejects.toThrow(/row-level security/)
  await app.end()
})

test('searched words and sent forms are kept for a day, and no longer', async () => {
  const row = `insert into app.idempotency_keys (partnership_id, staff_id, key, act, input, input_hash, made_at)
    values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'writeNote', '{"words": "own words"}', '', now() - $1::interval)`
  await sql(row, ['25 hours'])
  await sql(row, ['23 hours'])
  await sealer.query('select app.forget_day_old()')
  expect(await sql('select count(*)::int as n from app.idempotency_keys')).toEqual([{ n: 1 }])
})
