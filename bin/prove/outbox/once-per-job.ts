import { Logger, run } from 'graphile-worker'
import { until } from '@/tests/build/jobs'
import { asRole, sql } from '@/tests/build/sql'

const quiet = new Logger(() => () => {})

/** Two runners on one queue. @returns how many jobs were done not at all or more than once */
export async function oncePerJob(howMany: number): Promise<number> {
  const done = new Map<number, number>()
  await sql(
    `select count(*) from graphile_worker.add_jobs(array(
       select ('countIt', json_build_object('n', n), null, now(), 1, null, 0, null)::graphile_worker.job_spec
       from generate_series(1, $1::int) n))`,
    [howMany],
  )
  const pools = [asRole('jobs'), asRole('jobs')]
  const runners = await Promise.all(
    pools.map((pool) => {
      pool.options.max = 8
      pool.on('error', () => {})
      pool.on('connect', (client) => client.on('error', () => {}))
      return run({
        pgPool: pool,
        logger: quiet,
        concurrency: 5,
        noHandleSignals: true,
        parsedCronItems: [],
        taskList: {
          countIt: (payload) => {
            const { n } = payload as { n: number }
            done.set(n, (done.get(n) ?? 0) + 1)
          },
        },
      })
    }),
  )
  const left = () =>
    sql(
      `select 1 from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'countIt' limit 1`,
    )
  await until(async () => (await left()).length === 0, 120).catch(() => {})
  await Promise.all(runners.map((runner) => runner.stop()))
  await Promise.all(pools.map((pool) => pool.end()))
  return Array.from({ length: howMany }, (_, i) => done.get(i + 1) ?? 0).filter((times) => times !== 1).length
}
