import { makeWorkerUtils, type TaskList } from 'graphile-worker'
import type { Pool } from 'pg'
import { z } from 'zod'
import { deliver, putAway } from '@/db/outbox/deliver'
import { post } from '@/db/outbox/post'
import { settleReminder } from '@/db/outbox/settle-reminder'
import { newId } from '@/lib/id'
import { systemSessions } from './system-sessions'

const one = z.object({ partnershipId: z.uuid(), id: z.uuid(), over: z.boolean() })

/** At most this many reminders are taken up at each look; the others wait for the next one. */
const atOnce = 500

/** When each job runs, as graphile-worker reads it: of several processes one takes each turn. */
export const clock = [
  '* * * * * reminders ?max=1&jobKey=reminders',
  '*/15 * * * * forget ?max=1&jobKey=forget',
].join('\n')

/** Every job by name. What one tells is in `app.job_runs`; what it does to a record, it does through an act. */
export function tasksOf(jobs: Pool): TaskList {
  const sessionOf = systemSessions(jobs)
  const ran = (name: string, well: boolean, words = '') =>
    jobs.query('select app.note_job_run($1, $2, $3)', [name, well, words])
  /** A job that fails says so where an administrator reads it. */
  const told = (name: string, work: () => Promise<string>) => async () => {
    try {
      await ran(name, true, await work())
    } catch (error) {
      await ran(name, false).catch(() => {})
      throw error
    }
  }

  return {
    /** What is due becomes a job each. The outbox says what is to be done; a job is only the doing of it. */
    reminders: async (_, helpers) => {
      const mail = post() !== undefined
      await told('reminders', async () => {
        const { rows } = await jobs.query<{
          partnership_id: string
          id: string
          state: string
          over: boolean
        }>('select * from app.outbox_due($1)', [atOnce])
        for (const row of rows) {
          const settle = row.state === 'sending'
          if (!settle && !row.over && !mail) continue
          await helpers.addJob(
            settle ? 'settleReminder' : 'sendReminder',
            { partnershipId: row.partnership_id, id: row.id, over: row.over },
            { jobKey: `reminder ${row.id}`, maxAttempts: 1 },
          )
        }
        return mail ? '' : 'no-mail-server'
      })()
    },

    sendReminder: async (payload) => {
      const { partnershipId, id, over } = one.parse(payload)
      if (over) return putAway(await sessionOf(partnershipId), id)
      const to = post()
      if (!to) return
      try {
        await deliver(await sessionOf(partnershipId), id, to)
        await ran('mail', true)
      } catch (error) {
        await ran('mail', false, (error as { code?: string }).code ?? '').catch(() => {})
        throw error
      }
    },

    settleReminder: async (payload) => {
      const { partnershipId, id } = one.parse(payload)
      await settleReminder(await sessionOf(partnershipId), { id }, newId())
    },

    forget: told('forget', async () => {
      await jobs.query('select app.forget_day_old(), app.forget_old_drafts()')
      const queue = await makeWorkerUtils({ pgPool: jobs })
      await queue.cleanup({ tasks: ['DELETE_PERMAFAILED_JOBS'] })
      return ''
    }),
  }
}
