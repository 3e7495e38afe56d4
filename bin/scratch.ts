import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { migrate } from '@/db/migrations/migrate'
import { isAlive } from './alive.mjs'
import { removeAbandoned, startPostgres } from './postgres.mjs'

const data = join(import.meta.dirname, '../.data')

/**
 * A PostgreSQL of a proof's, a bench's or the tests' own, migrated and empty; the environment names it from here on.
 * @param durable true where power cuts are played: then every commit really reaches the disk
 * @param name its folder in .data; what was abandoned there, or by a process that has ended, is removed first
 */
export async function openScratch({
  durable = false,
  name = `scratch-${process.pid}`,
  database = 'footpath',
} = {}) {
  mkdirSync(data, { recursive: true })
  for (const left of readdirSync(data).filter((other) => other === name || isLeft(other)))
    await removeAbandoned(data, left)
  const server = await startPostgres({ dataDir: join(data, name), unsafeFast: !durable, database })
  const admin = server.superuserUrl(database)
  const as = (role: string) => admin.replace(/\/\/[^@]*@/, `//footpath_${role}:only-for-scratch@`)
  const urls = {
    DATABASE_ADMIN_URL: admin,
    DATABASE_OWNER_URL: as('owner'),
    DATABASE_URL: as('app'),
    DATABASE_REPORT_URL: as('report'),
    DATABASE_SEALER_URL: as('sealer'),
    DATABASE_JOBS_URL: as('jobs'),
  }
  await migrate({
    admin,
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
      await removeAbandoned(data, name)
    },
  }
}

/** Only when its process is gone: another that is just closing removes its own. */
const isLeft = (name: string) => {
  const [, pid] = /^(?:scratch|test)-(\d+)$/.exec(name) ?? []
  return pid !== undefined && !isAlive(Number(pid))
}
