import { setTimeout as wait } from 'node:timers/promises'
import { Logger, parseCrontab, run } from 'graphile-worker'
import { openPool } from '@/db/client'
import { clock, tasksOf } from './tasks'

/** Jobs at the same time in one process. */
const concurrency = 4

const limits = { deadline: 10_000, statement: 30_000, lock: 10_000, idleInTransaction: 30_000 }

/** Warnings and faults only. A payload is never shown, and holds nothing but ids. */
const logger = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning') process.stderr.write(`Jobs: ${message}\n`)
})

/** Works through the queue until told to stop. A lost database is waited for, never a reason to end. */
export async function keepWorking(url: string, stopped: AbortSignal): Promise<void> {
  while (!stopped.aborted) {
    const pool = openPool(url, 'jobs', concurrency + 3, limits)
    try {
      const runner = await run({
        pgPool: pool,
        logger,
        concurrency,
        noHandleSignals: true,
        pollInterval: 2_000,
        taskList: tasksOf(pool),
        parsedCronItems: parseCrontab(clock),
      })
      const stop = () => void runner.stop().catch(() => {})
      if (stopped.aborted) stop()
      stopped.addEventListener('abort', stop)
      // What fell due while nobody was here does not wait for the next minute.
      await runner.addJob('reminders', {}, { jobKey: 'reminders', maxAttempts: 1 })
      await runner.promise
    } catch (error) {
      if (!stopped.aborted)
        process.stderr.write(`The jobs stopped and will be started again: ${(error as Error).message}\n`)
    }
    await pool.end().catch(() => {})
    if (!stopped.aborted) await wait(2_000)
  }
}
