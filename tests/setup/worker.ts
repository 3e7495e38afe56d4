import { Client } from 'pg'
import { inject } from 'vitest'

// A database of this file's own, copied from the template: files never see each other's rows.
const name = `w_${process.pid}_${Date.now().toString(36)}`
const superuser = inject('superuserUrl')
const client = new Client({ connectionString: superuser })
await client.connect()
// Copying a template waits for nobody else to be copying it.
await client.query('select pg_advisory_lock(1)')
await client.query(`create database ${name} template template owner footpath_owner`)
await client.end()

const at = (role?: string) => {
  const url = new URL(superuser)
  url.pathname = `/${name}`
  if (role) {
    url.username = role
    url.password = inject('password')
  }
  return url.href
}
process.env.DATABASE_ADMIN_URL = at()
process.env.DATABASE_OWNER_URL = at('footpath_owner')
process.env.DATABASE_URL = at('footpath_app')
process.env.DATABASE_REPORT_URL = at('footpath_report')
process.env.DATABASE_SEALER_URL = at('footpath_sealer')
process.env.DATABASE_JOBS_URL = at('footpath_jobs')
process.env.AUTH_SECRET = 'a-secret-that-is-only-for-the-tests-0123456789'
