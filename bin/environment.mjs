import { createHash, randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { startPostgres } from './postgres.mjs'
import { run, Sentence } from './progress.mjs'

export const root = dirname(import.meta.dirname)
const data = join(root, '.data')
const embedded = join(data, 'pg18')

/** Who signs in to the database by which address; in the embedded one the passwords are made here. */
const roles = {
  DATABASE_OWNER_URL: 'footpath_owner',
  DATABASE_URL: 'footpath_app',
  DATABASE_REPORT_URL: 'footpath_report',
  DATABASE_SEALER_URL: 'footpath_sealer',
  DATABASE_JOBS_URL: 'footpath_jobs',
}

/**
 * The database all commands speak to: the server DATABASE_URL names, or else the embedded one, started or joined.
 * `env` is for migrations and tools; the service and its jobs get less of it.
 */
export async function openDatabase(env = process.env) {
  if (env.DATABASE_URL) return ownServer(env)
  const server = await startPostgres({ dataDir: embedded, database: 'footpath' })
  const url = (role) => `postgres://${role}:${secret(role)}@127.0.0.1:${server.port}/footpath`
  const urls = Object.fromEntries(Object.entries(roles).map(([name, role]) => [name, url(role)]))
  return {
    embedded: true,
    joined: server.joined,
    stop: server.stop,
    env: {
      ...without(env, ['DATABASE_REPLICA_URL']),
      ...urls,
      DATABASE_ADMIN_URL: server.superuserUrl('footpath'),
    },
  }
}

/** The addresses that the service must not be able to use, whatever goes wrong in it. */
export function serviceEnvironment(database) {
  return without(database.env, [
    'DATABASE_ADMIN_URL',
    'DATABASE_OWNER_URL',
    'DATABASE_SEALER_URL',
    'DATABASE_JOBS_URL',
    'SMTP_URL',
  ])
}

/** The jobs also seal the audit log, keep the queue and send mail. */
export function jobsEnvironment(database) {
  return without(database.env, ['DATABASE_ADMIN_URL', 'DATABASE_OWNER_URL'])
}

/** Migrations: always against a server of one's own, for the embedded one only when they or its passwords changed. */
export async function migrate(database, onText) {
  const state = () => hashOf(['db/migrations'], Object.values(roles).map(secret).join())
  const migrateOnce = () => runTypeScript('db/migrations/migrate.ts', [], { env: database.env, onText })
  if (database.embedded) return once('migrated', state(), migrateOnce)
  await migrateOnce()
}

/** The demonstration's story, told once to an embedded database and never to any other. */
export function tellStory(database, onText) {
  const story = 'db/seed/story.ts'
  if (!existsSync(join(root, story))) return 'there is no story yet'
  return once('story', 'told', () => runTypeScript(story, [], { env: database.env, onText }))
}

/** Runs a TypeScript file of the house to its end. */
export function runTypeScript(file, args, { env, onText }) {
  return run(process.execPath, ['--import', 'tsx', file, ...args], { env, cwd: root, onText })
}

/** A random secret of this folder, made at its first use and readable by its owner only. */
export function secret(name) {
  const file = join(data, 'secrets.json')
  const secrets = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  if (!secrets[name]) {
    secrets[name] = randomBytes(32).toString('base64url')
    mkdirSync(data, { recursive: true })
    writeFileSync(`${file}.part`, JSON.stringify(secrets, null, 2), { mode: 0o600 })
    renameSync(`${file}.part`, file)
  }
  return secrets[name]
}

/** One short text for the content of files and folders of the house, to see whether anything changed. */
export function hashOf(paths, ...more) {
  const hash = createHash('sha256').update(JSON.stringify(more))
  const files = paths.flatMap((path) => filesIn(join(root, path))).sort()
  for (const file of files)
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

function ownServer(env) {
  const missing = ['DATABASE_OWNER_URL', 'DATABASE_REPORT_URL'].filter((name) => !env[name])
  if (missing.length > 0) {
    throw new Sentence(
      `DATABASE_URL is set, so ${missing.join(' and ')} must be set too: the service, its migrations and its reports each sign in to the database as a role of their own.`,
      2,
    )
  }
  return { embedded: false, joined: true, stop: async () => false, env }
}

function without(env, names) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !names.includes(name)))
}

async function once(name, state, work) {
  const stamp = join(embedded, name)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return 'unchanged'
  await work()
  writeFileSync(stamp, state)
}

function filesIn(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path).flatMap((name) => filesIn(join(path, name)))
}
