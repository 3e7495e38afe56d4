import { read } from '@/db/read'
import type { OutboxState, WhyNot } from '@/lib/outbox/reminder'

type OutboxCount = {
  state: OutboxState
  whyNot: WhyNot | null
  howMany: number
  firstDue: Date
  lastSent: Date | null
  overdue: number
}
export type JobRun = { name: string; ranAt: Date; wentWell: boolean; words: string }

/** How the service's own jobs are doing, in counts: nothing of whom. */
export const jobsState = read('jobs', async (ctx) => {
  const counts = await ctx.client.query<OutboxCount>(
    `select state, why_not as "whyNot", how_many as "howMany", first_due as "firstDue", last_sent as "lastSent", overdue
     from app.outbox_counts() order by state, why_not`,
  )
  const runs = await ctx.client.query<JobRun>(
    'select name, ran_at as "ranAt", went_well as "wentWell", words from app.job_runs order by name',
  )
  const seals = await ctx.client.query<{ sealedAt: Date | null; waiting: number }>(
    'select sealed_at as "sealedAt", waiting from app.seal_state()',
  )
  return {
    actor: ctx.actor,
    now: ctx.now,
    counts: counts.rows,
    runs: runs.rows,
    sealedAt: seals.rows[0]?.sealedAt ?? null,
  }
})
