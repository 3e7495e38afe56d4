import { Client } from 'pg'
import { inject } from 'vitest'

// A database of this file's own, copied from the template: files never see each other's rows.
const name = `w_${process.pid}_${Date.now().toString(36)}`
const urls = Object.entries(inject('urls'))
const at = (url: string, database: string) => url.replace(/[^/]*$/, database)
const client = new Client({ connectionString: at(inject('urls').DATABASE_ADMIN_URL!, 'postgres') })
await client.connect()
// Copying a template waits for nobody else to be copying it.
await client.query('select pg_advisory_lock(1)')
await client.query(`create database ${name} template template owner footpath_owner`)
await client.end()
Object.assign(process.env, Object.fromEntries(urls.map(([role, url]) => [role, at(url, name)])), {
  AUTH_SECRET: 'a-secret-that-is-only-for-the-tests-0123456789',
})
