import { spawn, spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { openScratch } from '../../bin/scratch'
import { createPartnership } from '../../db/access/create-partnership'
import { places } from './places'

// The built service with a database of its own: migrated, with the demonstration's story, and a partnership in earnest.
const scratch = await openScratch({ name: places.kept })
const { urls } = scratch
const env = {
  ...process.env,
  ...urls,
  NODE_ENV: 'production' as const,
  AUTH_SECRET: 'a-secret-that-is-only-for-journeys-0123456789',
  AUTH_URL: places.base,
  AUTH_TRUST_HOST: 'true',
  NEXT_TELEMETRY_DISABLED: '1',
}
const told = spawnSync(process.execPath, ['--import', 'tsx', 'db/seed/story.ts'], {
  cwd: places.root,
  env,
  stdio: 'inherit',
})
if (told.status !== 0) process.exit(1)

const owner = new Client({ connectionString: urls.DATABASE_OWNER_URL })
await owner.connect()
const administrator = { name: 'Edith Earnest', email: 'edith@earnest.example' }
const password = await createPartnership(owner, {
  name: 'Earnest Partnership',
  organisation: 'Earnest NHS Trust',
  organisationKind: 'nhs',
  administrator,
})
await owner.end()
writeFileSync(places.earnest, JSON.stringify({ ...administrator, password }), { mode: 0o600 })
writeFileSync(places.urls, JSON.stringify(urls), { mode: 0o600 })

const next = join(places.root, 'node_modules/next/dist/bin/next')
const app = spawn(process.execPath, [next, 'start', '-H', '127.0.0.1', '-p', String(places.port)], {
  cwd: places.root,
  env,
  stdio: 'inherit',
})
const leave = async () => {
  app.kill()
  await scratch.close()
  for (const file of [places.urls, places.earnest]) rmSync(file, { force: true })
  process.exit(0)
}
process.on('SIGTERM', leave)
process.on('SIGINT', leave)
app.on('exit', leave)
