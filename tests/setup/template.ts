import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { removeAbandoned, startPostgres } from '../../bin/postgres.mjs'
import { migrate } from '../../db/migrations/migrate'

declare module 'vitest' {
  interface ProvidedContext {
    superuserUrl: string
    password: string
  }
}

const data = join(import.meta.dirname, '../../.data')

/** One server and one migrated template for the run; each worker copies the template (tests/setup/worker.ts). */
export default async function (project: TestProject) {
  await removeAbandoned(data, 'test-')
  const server = await startPostgres({
    dataDir: join(data, `test-${process.pid}`),
    unsafeFast: true,
    database: 'template',
  })
  const password = 'only-for-tests'
  const as = (role: string) => server.superuserUrl('template').replace(/\/\/[^@]*@/, `//${role}:${password}@`)
  await migrate({
    admin: server.superuserUrl('template'),
    owner: as('footpath_owner'),
    app: as('footpath_app'),
    report: as('footpath_report'),
    sealer: as('footpath_sealer'),
    jobs: as('footpath_jobs'),
  })
  const client = new Client({ connectionString: server.superuserUrl('postgres') })
  await client.connect()
  await client.query('alter database template is_template true')
  await client.end()
  project.provide('superuserUrl', server.superuserUrl('postgres'))
  project.provide('password', password)
  return async () => {
    await server.stop()
    await removeAbandoned(data, 'test-')
  }
}
