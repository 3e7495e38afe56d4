import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { migrate } from '@/db/migrations/migrate'
import { removeAbandoned, startPostgres } from './postgres.mjs'

const data = join(import.meta.dirname, '../.data')

/**
 * A PostgreSQL of a proof's, a bench's or the journeys' own, migrated and empty; the environment names it from here on.
 * @param durable true where power cuts are played: then every commit really reaches the disk
 * @param name its folder in .data; an abandoned one of the same name (or another scratch) is removed first
 */
export async function openScratch({ durable = false, name = `scratch-${process.pid}` } = {}) {
  const abandoned = name.replace(/^scratch-.*/, 'scratch-')
  mkdirSync(data, { recursive: true })
  await removeAbandoned(data, abandoned)
  const server = await startPostgres({
    dataDir: join(data, name),
    unsafeFast: !durable,
    database: 'footpath',
  })
  const as = (role: string) =>
    server.superuserUrl('footpath').replace(/\/\/[^@]*@/, `//${role}:only-for-scratch@`)
  const urls = {
    DATABASE_ADMIN_URL: server.superuserUrl('footpath'),
    DATABASE_OWNER_URL: as('footpath_owner'),
    DATABASE_URL: as('footpath_app'),
    DATABASE_REPORT_URL: as('footpath_report'),
    DATABASE_SEALER_URL: as('footpath_sealer'),
    DATABASE_JOBS_URL: as('footpath_jobs'),
  }
  await migrate({
    admin: urls.DATABASE_ADMIN_URL,
    owner: urls.DATABASE_OWNER_URL,
    app: urls.DATABASE_URL,
    report: urls.DATABASE_REPORT_URL,
    sealer: urls.DATABASE_SEALER_URL,
    jobs: urls.DATABASE_JOBS_URL,
  })
  Object.assign(process.env, urls, { AUTH_SECRET: 'a-secret-that-is-only-for-proofs-0123456789' })
  return {
    server,
    urls,
    close: async () => {
      await server.stop()
      await removeAbandoned(data, abandoned)
    },
  }
}
