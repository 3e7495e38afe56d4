import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Jobs, until } from '@/tests/build/jobs'
import { sql } from '@/tests/build/sql'
import { startPostgres } from '../../postgres.mjs'

const gone = async (pid: number) => {
  for (;;) {
    try {
      process.kill(pid, 0)
      await wait(20)
    } catch {
      return
    }
  }
}

/**
 * The database killed and started again under a runner that is not touched.
 * @param reminders due from now on
 * @returns how many were not settled within two minutes by the same process
 */
export async function databaseKilled(
  server: { pid: number; port: number },
  runner: Jobs,
  reminders: readonly string[],
): Promise<number> {
  process.kill(server.pid, 'SIGKILL')
  await gone(server.pid)
  await wait(3_000)
  const dataDir = join(import.meta.dirname, `../../../.data/scratch-${process.pid}`)
  await startPostgres({ dataDir, port: server.port, unsafeFast: true })
  await until(() => sql('select 1').catch(() => undefined), 30)
  await sql('update outbox set due_at = now() where id = any ($1)', [reminders])
  const left = async () =>
    (await sql(`select 1 from outbox where id = any ($1) and state <> 'sent'`, [reminders])).length
  await until(async () => (await left()) === 0, 120).catch(() => {})
  return runner.alive ? left() : reminders.length
}
