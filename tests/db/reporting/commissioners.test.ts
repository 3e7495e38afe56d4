import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publish } from '@/db/reporting/publish'
import { readEquity } from '@/db/reporting/reads'
import { newId } from '@/lib/id'
import { Partnership, type Worker } from '../../build/partnership'
import { editionLoaded, referred } from '../../build/referred'
import { asRole, sql } from '../../build/sql'

/** The commissioners' own database role on a connection of its own: whatever a fault in a page might send. */
const report: Pool = asRole('report')
const quarter = { from: '2026-04-01', to: '2026-06-30' }
const half = { from: '2026-01-01', to: '2026-06-30' }

type Side = { partnership: Partnership; commissioner: Worker; amira: Worker; release: string }
let ours: Side
let theirs: Side

const side = async (name: string): Promise<Side> => {
  const partnership = await Partnership.make(name)
  const team = await partnership.team()
  const amira = await partnership.worker('clinician', team)
  const system = await partnership.system()
  const tenths = Array.from({ length: 200 }, (_, i) => ({
    on: '2026-05-04',
    tenth: 1 + (i % 10),
    ratings: [{ from: '2026-05-05', values: [2, 6] }],
  }))
  await referred(partnership, team, amira, tenths)
  await publish(system.token, quarter, newId())
  const newest = await publish(system.token, half, newId())
  if (!newest.ok || newest.value.kind !== 'published') throw new Error(JSON.stringify(newest))
  return {
    partnership,
    commissioner: await partnership.worker('commissioner'),
    amira,
    release: newest.value.releaseId,
  }
}

beforeAll(async () => {
  await editionLoaded()
  ours = await side('Estuary')
  theirs = await side('Moorland')
})
afterAll(() => report.end())

/** Rows as somebody with this session sees them, or why the database refuses. */
const asked = async (text: string, token = '') => {
  const client = await report.connect()
  try {
    await client.query('begin')
    await client.query("select set_config('app.session', $1, true)", [token])
    return (await client.query(text)).rows
  } catch (error) {
    return (error as Error).message
  } finally {
    await client.query('rollback')
    client.release()
  }
}

test('sees the newest release of its own partnership, and no other', async () => {
  const { token } = ours.commissioner
  expect(await asked('select id from published.releases', token)).toEqual([{ id: ours.release }])
  expect(await asked('select distinct release_id from published.cells', token)).toEqual([
    { release_id: ours.release },
  ])
  expect(await sql('select 1 from published.releases')).toHaveLength(4)
  expect(
    await asked(`select * from published.cells where partnership_id = '${theirs.partnership.id}'`, token),
  ).toEqual([])
})

test.each([
  ['no session', () => ''],
  ['a session that never was', () => 'x'.repeat(43)],
  ['a clinician’s session', () => ours.amira.token],
])('sees no row with %s', async (_, token) => {
  expect(await asked('select * from published.releases', token())).toEqual([])
  expect(await asked('select * from published.cells', token())).toEqual([])
})

test('sees no row from the moment the session is ended', async () => {
  const gone = await ours.partnership.worker('commissioner')
  expect(await asked('select * from published.releases', gone.token)).toHaveLength(1)
  await sql('update app.sessions set revoked_at = now() where staff_id = $1', [gone.id])
  expect(await asked('select * from published.releases', gone.token)).toEqual([])
  expect(await readEquity(gone.token, { measure: 'people' })).toEqual({
    ok: false,
    failure: { kind: 'signed-out' },
  })
})

test('is refused by every other table and view there is', async () => {
  const tables = await sql<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'v', 'm', 'p', 'f', 'S') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
      and format('%I.%I', n.nspname, c.relname) not in ('published.releases', 'published.cells')`,
  )
  expect(tables.length).toBeGreaterThan(40)
  for (const { name } of tables)
    expect([name, await asked(`select * from ${name}`, ours.commissioner.token)]).toEqual([
      name,
      expect.stringMatching(/permission denied/),
    ])
})

test('can change nothing, make nothing, and become nobody else', async () => {
  for (const text of [
    'update published.releases set newest = true',
    'delete from published.cells',
    `insert into published.releases (partnership_id, id, from_day, to_day, edition, hidden_limit) values (gen_random_uuid(), gen_random_uuid(), '2026-01-01', '2026-03-31', '2019', 5)`,
    'create table published.mine (x int)',
    'create table public.mine (x int)',
    'set role footpath_app',
    'set role footpath_resolver',
    'alter table published.cells disable row level security',
  ])
    expect([text, await asked(text, ours.commissioner.token)]).toEqual([
      text,
      expect.stringMatching(/permission denied|must be owner|no schema/),
    ])
})

test('may call one function of ours', async () => {
  const callable = await sql(
    `select format('%s.%s', n.nspname, p.proname) as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname not in ('pg_catalog', 'information_schema')
      and has_schema_privilege('footpath_report', n.oid, 'usage') and has_function_privilege('footpath_report', p.oid, 'execute')`,
  )
  expect(callable).toEqual([{ name: 'app.report_enter' }])
  expect(await asked('select name, role from app.report_enter(true)', ours.commissioner.token)).toEqual([
    { name: ours.commissioner.name, role: 'commissioner' },
  ])
})

test('someone who only reads figures stays signed in, and one who reads nothing does not', async () => {
  const reader = await ours.partnership.worker('commissioner')
  const away = (minutes: number) =>
    sql('update app.sessions set seen_at = now() - make_interval(mins => $2) where staff_id = $1', [
      reader.id,
      minutes,
    ])
  // The partnership's time-out is 30 minutes: twice 20 is longer, with a page in between.
  await away(20)
  expect(await readEquity(reader.token, { measure: 'people' })).toMatchObject({ ok: true })
  const [session] = await sql(
    "select seen_at > now() - interval '1 minute' as fresh from app.sessions where staff_id = $1",
    [reader.id],
  )
  expect(session).toEqual({ fresh: true })
  // Rows are looked at without that: the policy asks who it is, and does not say that they are here.
  await away(20)
  expect(await asked('select * from published.releases', reader.token)).toHaveLength(1)
  expect(
    await sql("select 1 from app.sessions where staff_id = $1 and seen_at < now() - interval '19 minutes'", [
      reader.id,
    ]),
  ).toHaveLength(1)
  await away(31)
  expect(await readEquity(reader.token, { measure: 'people' })).toEqual({
    ok: false,
    failure: { kind: 'signed-out' },
  })
})

test('“nobody” and “not yours” are two answers: a clinician is refused and stays signed in, and it is written down', async () => {
  const { amira } = ours
  expect(await readEquity(amira.token, { measure: 'people' })).toMatchObject({
    failure: { kind: 'refused' },
  })
  expect(
    await sql("select outcome from app.audit_log where staff_id = $1 and act = 'equity'", [amira.id]),
  ).toContainEqual({ outcome: 'refused' })
  expect(await readEquity('x'.repeat(43), { measure: 'people' })).toMatchObject({
    failure: { kind: 'signed-out' },
  })
})

test('a page reads the newest release, and those who open records do not get it', async () => {
  const result = await readEquity(ours.commissioner.token, { measure: 'moved-up' })
  expect(result).toMatchObject({ ok: true, value: { published: { release: { id: ours.release, ...half } } } })
  expect(await readEquity(ours.amira.token, { measure: 'people' })).toMatchObject({ ok: false })
})

test('before anything is published there is nothing to see, and that is said', async () => {
  const young = await Partnership.make('Just begun')
  const commissioner = await young.worker('commissioner')
  expect(await readEquity(commissioner.token, { measure: 'people' })).toMatchObject({
    ok: true,
    value: { published: null },
  })
})
