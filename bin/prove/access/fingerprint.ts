import { sql } from '@/tests/build/sql'

/** What every call writes, allowed or not: who asked, and that they are here. */
const beside = ['app.audit_log', 'app.audit_seals', 'app.idempotency_keys', 'app.throttle']

let text: Promise<string> | undefined

/** Where each row stands and which transaction wrote it: any row that is added, changed or taken away shows. */
const made = async () => {
  const tables = await sql<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname in ('public', 'app', 'published') and c.relname not like 'place\\_%' order by 1`,
  )
  const one = (name: string) =>
    name === 'app.sessions'
      ? // Being here moves seen_at, and nothing else.
        "id::text || role || coalesce(revoked_at::text, '') || token_hash::text"
      : "ctid::text || '.' || xmin::text"
  const all = tables.map(({ name }) => name).filter((name) => !beside.includes(name))
  return `select ${all.map((name) => `(select coalesce(sum(hashtextextended(${one(name)}, 0)), 0)::text from ${name}) as "${name}"`).join(', ')}`
}

export type Fingerprint = Record<string, string>

export const fingerprint = async (): Promise<Fingerprint> => {
  text ??= made()
  // By a name: reading the plan of so many tables anew would take longer than looking at them.
  return (await sql<Fingerprint>({ name: 'fingerprint', text: await text }))[0]!
}

/** The tables that differ. */
export const changedBetween = (before: Fingerprint, after: Fingerprint): string[] =>
  Object.keys(before).filter((table) => before[table] !== after[table])
