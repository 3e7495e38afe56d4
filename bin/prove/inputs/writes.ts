import { sql } from '@/tests/build/sql'

/** What every call writes, refused or not: who asked, and how often. */
const beside = ['app.audit_log', 'app.audit_seals', 'app.idempotency_keys', 'app.throttle']

/** Being here moves `seen_at` and nothing else. */
const ofASession = 'token_hash, role, revoked_at, expires_at, stage'

/**
 * From here on every statement that writes leaves its table's name in a list, in its own transaction: what is rolled back leaves
 * nothing, and a write that was kept cannot hide.
 */
export async function watchWrites(): Promise<void> {
  await sql('create schema proof')
  await sql('create table proof.writes (n bigint generated always as identity, name text not null)')
  await sql(`create function proof.noted() returns trigger language plpgsql security definer as $$
    begin
      insert into proof.writes (name) values (tg_table_schema || '.' || tg_table_name);
      return null;
    end $$`)
  const tables = await sql<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in ('public', 'app', 'published') order by 1`,
  )
  for (const { name } of tables.filter(({ name }) => !beside.includes(name))) {
    const updates = name === 'app.sessions' ? `update of ${ofASession}` : 'update'
    await sql(
      `create trigger zz_proof after insert or delete or ${updates} on ${name} for each statement execute function proof.noted()`,
    )
  }
}

/** The tables that were written since the last time this was asked. */
export async function writesSince(): Promise<string[]> {
  const rows = await sql<{ name: string }>('delete from proof.writes returning name')
  return [...new Set(rows.map(({ name }) => name))].sort()
}
