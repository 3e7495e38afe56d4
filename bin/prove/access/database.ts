import { DatabaseError, type PoolClient } from 'pg'
import type { Row } from '@/lib/access/policy'
import { asRole, sql } from '@/tests/build/sql'
import { type Asker, opensOwn } from './expected'
import type { Everythings } from './records'
import { relations, type World } from './scene'
import type { Tally } from './tally'

type Table = { name: string; columns: string[]; may_change: string | null }

/** Places are public and hold nobody; seals and throttle keep no more than hashes. */
const nobodyInThem =
  /^(public\.(place|rcads)_|app\.audit_seals$|app\.throttle$|app\.job_runs$|app\.passkey_challenges$)/

const tablesThere = () =>
  sql<Table>(
    `select n.nspname || '.' || c.relname as name, array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '') as columns,
       min(a.attname) filter (where has_column_privilege('footpath_app', c.oid, a.attnum, 'update')) as may_change
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind in ('r', 'p') and n.nspname in ('public', 'app', 'published') group by 1, c.oid order by 1`,
  )

type Ids = { partnership: string; team: string; people: string[] }

const among = (column: string, ids: readonly string[]) =>
  `${column} in (${[...ids, '00000000-0000-0000-0000-000000000000'].map((id) => `'${id}'`).join(', ')})`

/**
 * What somebody may see of a table, said anew and without the policies: by who they are, the young people of their team and
 * their partnership. The few tables that open more to one role say so here.
 */
const within = ({ name, columns }: Table, { as, role, worker }: Asker, ids: Ids): string => {
  if (as === 'signed-out' || as === 'suspended') return 'false'
  const ofPartnership = `partnership_id = '${ids.partnership}'`
  const ofMine = `staff_id = '${worker.id}'`
  const isWorker = ['clinician', 'facilitator', 'team-lead'].includes(role)
  switch (name) {
    case 'public.partnerships':
      return `id = '${ids.partnership}'`
    case 'app.audit_log':
      return role === 'privacy-officer' || role === 'administrator' ? ofPartnership : 'false'
    case 'app.break_glass':
      return role === 'privacy-officer' ? ofPartnership : ofMine
    case 'app.sessions':
      return role === 'administrator' ? ofPartnership : ofMine
    // No way back into a record: only while whom it is about is within reach.
    case 'public.drafts':
      return isWorker ? `${ofMine} and ${among('person_id', ids.people)}` : 'false'
    case 'app.searches':
    case 'app.idempotency_keys':
      return ofMine
    case 'app.credentials':
    case 'app.recovery_codes':
    case 'published.releases':
    case 'published.cells':
      return 'false'
    case 'app.reach':
      return isWorker ? among('principal_id', [worker.id, ids.team]) : 'false'
    // Nobody here holds the referrals desk.
    case 'public.referral_imports':
    case 'public.referral_import_rows':
    case 'public.imported_referrals':
      return 'false'
    // That a young person or a parent has an account is for those within whose reach they are.
    case 'public.staff':
      return `${ofPartnership} and (kind in ('person', 'system')${isWorker ? ` or ${among('person_id', ids.people)}` : ''})`
    case 'public.people':
      return isWorker ? among('id', ids.people) : 'false'
    default:
      return !columns.includes('person_id')
        ? ofPartnership
        : isWorker
          ? among('person_id', ids.people)
          : 'false'
  }
}

/** A statement by itself: how many rows it touched, or the code of the refusal. */
const attempt = async (
  client: PoolClient,
  text: string,
  values: unknown[] = [],
): Promise<number | string> => {
  await client.query('savepoint one')
  try {
    const { rows, rowCount } = await client.query(text, values)
    return rows[0]?.n ?? rowCount ?? 0
  } catch (error) {
    if (error instanceof DatabaseError) return error.code ?? 'no code'
    throw error
  } finally {
    await client.query('rollback to savepoint one')
  }
}

const notAllowed = '42501'

/** The database's own line: as the application's role on a connection of our own, past every act and read. */
export async function proveTables(
  world: World,
  askers: (row: Row) => Promise<Asker[]>,
  everything: Everythings,
  tally: Tally,
): Promise<void> {
  // What an own account sees, table by table: tests/db/access/own-pages.test.ts.
  const everybody = (await askers({ roles: ['clinician'], on: 'record' })).filter(
    ({ role }) => !opensOwn(role),
  )
  for (const asker of everybody) for (const relation of relations) await everything(asker, relation)
  const tables = (await tablesThere()).filter(({ name }) => !nobodyInThem.test(name))
  const ids: Ids = {
    partnership: world.ours.p.id,
    team: world.ours.team.id,
    people: (
      await sql('select distinct person_id as id from episodes where team_id = $1', [world.ours.team.id])
    ).map((row) => row.id),
  }
  const pool = asRole('app')
  const client = await pool.connect()
  try {
    for (const asker of everybody) {
      for (const table of tables) {
        await client.query('begin')
        await client.query("select set_config('app.session', $1, true)", [asker.token ?? ''])
        await proveTable(client, table, asker, within(table, asker, ids), ids, tally)
        await client.query('rollback')
      }
      await proveFunctions(client, asker, everything, tally)
    }
  } finally {
    client.release()
    await pool.end()
  }
}

async function proveTable(
  client: PoolClient,
  { name, columns, may_change }: Table,
  asker: Asker,
  mine: string,
  ids: Ids,
  tally: Tally,
) {
  const beyond = `not coalesce(${mine}, false)`
  const what = (command: string) => `${command} ${name} as ${asker.as}`
  const denied = (command: string, answer: number | string, nothingToTry = false) => {
    if (nothingToTry) return
    tally.cell(
      'tables',
      'denied',
      what(command),
      answer === 0 || answer === notAllowed ? undefined : `it answered ${answer}`,
    )
  }
  const [there] = await sql(
    `select count(*) filter (where ${mine})::int as mine, count(*) filter (where ${beyond})::int as beyond from ${name}`,
  )
  denied('select', await attempt(client, `select count(*)::int as n from ${name} where ${beyond}`))
  const seen = await attempt(client, `select count(*)::int as n from ${name} where ${mine}`)
  if (there!.mine > 0 && name !== 'app.reach')
    tally.cell(
      'tables',
      'allowed',
      what('select'),
      seen === there!.mine ? undefined : `sees ${seen} of ${there!.mine}`,
    )
  const nobody = there!.beyond === 0
  const column = may_change ?? columns[0]!
  denied('update', await attempt(client, `update ${name} set ${column} = ${column} where ${beyond}`), nobody)
  denied('delete', await attempt(client, `delete from ${name} where ${beyond}`), nobody)
  // Anybody may be written down anew in one's own partnership: there the copy of a row is no other's row.
  const foreign = `${name === 'public.partnerships' ? 'id' : 'partnership_id'} <> '${ids.partnership}'`
  const places = name === 'public.people' ? [foreign] : [foreign, `not (${foreign})`]
  // What one does oneself one may write down: nobody else's.
  const by = name === 'app.audit_log' ? `and staff_id is distinct from '${asker.worker.id}'` : ''
  for (const place of places) {
    const [row] = await sql(
      `select to_jsonb(t) as row from ${name} t where ${beyond} and ${place} ${by} limit 1`,
    )
    if (!row) continue
    const list = columns.join(', ')
    const insert = `insert into ${name} (${list}) select ${list} from jsonb_populate_record(null::${name}, $1)`
    denied('insert', await attempt(client, insert, [JSON.stringify(row.row)]))
  }
}

/** The functions that look past the policies and name people: each keeps to reach by itself. */
async function proveFunctions(client: PoolClient, asker: Asker, everything: Everythings, tally: Tally) {
  const reaches = ['clinician', 'facilitator', 'team-lead'].includes(asker.as)
  const born = "'2008-05-14'"
  const tries = {
    search_people: `select count(*)::int as n from app.search_people(null, ${born}, 'Sam ' || $1) where family_name = $1`,
    caseload: `select count(*)::int as n from app.caseload('team', '', '', null, 'name', current_date, 1000, 0) where family_name = $1`,
    // Whether somebody is known is for anybody who may write a referral: of one's own partnership, and never who.
    known_here: `select (app.known_here(null, 'Sam', $1, ${born}) = 'here')::int as n`,
  }
  await client.query('begin')
  await client.query("select set_config('app.session', $1, true)", [asker.token ?? ''])
  for (const [name, text] of Object.entries(tries)) {
    for (const relation of relations) {
      const { word } = await everything(asker, relation)
      const near = relation === 'own' || relation === 'team'
      const expected = reaches && (name === 'known_here' ? relation === 'organisation' : near)
      const n = await attempt(client, text, [word])
      const wrong = typeof n === 'string' ? n !== notAllowed || expected : n > 0 !== expected
      tally.cell(
        'tables',
        expected ? 'allowed' : 'denied',
        `app.${name} as ${asker.as} on ${relation}`,
        wrong ? `it answered ${n}` : undefined,
      )
    }
  }
  await client.query('rollback')
}
