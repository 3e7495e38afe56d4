import { Logger, runMigrations } from 'graphile-worker'
import { Pool } from 'pg'

const quiet = new Logger(() => () => {})

const rights = `
  grant usage on schema graphile_worker to footpath_jobs, footpath_backup;
  grant select on all tables in schema graphile_worker to footpath_jobs, footpath_backup;
  grant insert, update, delete on all tables in schema graphile_worker to footpath_jobs;
  revoke insert, update, delete on graphile_worker.migrations from footpath_jobs;
  grant usage on all sequences in schema graphile_worker to footpath_jobs;
  grant execute on all functions in schema graphile_worker to footpath_jobs;
  do $$
  declare
    t text;
  begin
    -- Its tables have row-level security without policies: each opens to the runner and to nobody else.
    for t in select c.relname from pg_class c
      where c.relnamespace = 'graphile_worker'::regnamespace and c.relkind = 'r' and c.relrowsecurity
        and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'runner')
    loop
      execute format('create policy runner on graphile_worker.%I to footpath_jobs using (true) with check (true)', t);
    end loop;
  end $$`

/**
 * Brings the queue of the job runner (graphile-worker, in a schema of its own) to the shape of its installed version. The
 * tables belong to the owner; the runner's role works with them and makes none. Safe to repeat.
 */
export async function makeQueue(owner: string): Promise<void> {
  const pool = new Pool({ connectionString: owner, max: 1, application_name: 'footpath migrations' })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  try {
    await runMigrations({ pgPool: pool, logger: quiet, concurrency: 1 })
    await pool.query(rights)
  } finally {
    await pool.end()
  }
}
