import './node-version.mjs'
import { setTimeout as wait } from 'node:timers/promises'
import { whenNpmIsGone } from './alive.mjs'
import { build, next, styles } from './build.mjs'
import {
  jobsEnvironment,
  migrate,
  openDatabase,
  secret,
  serviceEnvironment,
  tellStory,
} from './environment.mjs'
import { install } from './install.mjs'
import { refuseTakenPort } from './port.mjs'
import { endRunning, main, Sentence, steps } from './progress.mjs'
import { keepRunning } from './service.mjs'

const help = `npm start: brings everything up to date and serves Footpath. npm run dev does the same for development.

PORT          the port of the service (3000)
HOST          the address it listens on with a database of your own (0.0.0.0); the demonstration stays on this machine
DATABASE_URL  a PostgreSQL server of your own, together with DATABASE_OWNER_URL and DATABASE_REPORT_URL;
              without it an embedded one is used, with a demonstration in it
DATABASE_SEALER_URL  on a server of your own, the role that seals the audit log
DATABASE_JOBS_URL    on a server of your own, the role that runs the jobs; reminders also need SMTP_URL and MAIL_FROM`

const developing = process.argv.includes('--dev')
const leaving = []
let stopping = false

await main(async () => {
  if (process.argv.includes('--help')) return console.log(help)
  stopOnSignals()
  try {
    await start()
  } catch (error) {
    if (!stopping) {
      await stop()
      throw error
    }
  }
})

async function start() {
  const port = readPort(process.env.PORT || '3000')
  const demonstration = !process.env.DATABASE_URL
  const host = demonstration ? '127.0.0.1' : process.env.HOST || '0.0.0.0'
  await refuseTakenPort(port, host)
  // Says what is missing before anything long begins.
  if (!demonstration) await openDatabase()

  const step = steps(demonstration ? 6 : 5)
  let database
  await step('Packages', (onText) => install(onText))
  await step('Database', async () => {
    database = await openDatabase()
    leaving.push(database.stop)
    if (demonstration) return database.joined ? 'was already running' : 'embedded'
    return 'your own server'
  })
  await step('Migrations', (onText) => migrate(database, onText))
  if (demonstration) await step('Demonstration', (onText) => tellStory(database, onText))
  await step(developing ? 'Styles' : 'Styles and build', (onText) =>
    (developing ? styles : build)({ onText }),
  )
  await step('Service', () => serve(database, host, port))

  if (stopping) return

  const name = host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host
  console.log(`\nFootpath is ready: http://${name}:${port}`)
  if (demonstration) console.log('The sign-in page offers each demonstration account with one press.')
  if (!database.env.DATABASE_SEALER_URL)
    console.log(
      'The audit log is not being sealed: set DATABASE_SEALER_URL to the address of the role footpath_sealer.',
    )
  if (!database.env.DATABASE_JOBS_URL)
    console.log(
      'Reminders are not being sent: set DATABASE_JOBS_URL to the address of the role footpath_jobs.',
    )
  console.log('Ctrl-C stops it.')
}

async function serve(database, host, port) {
  const common = {
    AUTH_URL: process.env.AUTH_URL || `http://localhost:${port}`,
    AUTH_SECRET: process.env.AUTH_SECRET || secret('AUTH_SECRET'),
    NEXT_TELEMETRY_DISABLED: '1',
  }
  const env = { ...serviceEnvironment(database), ...common }
  const [node, ...args] = next
  // What Next.js says while it starts is kept back: it names an address at which signing in would not work.
  let early = ''
  let say = (text) => {
    early += text
  }
  const service = keepRunning(
    'The service',
    node,
    [...args, developing ? 'dev' : 'start', '-H', host, '-p', String(port)],
    {
      env,
      onText: (text) => say(text),
      onDeath: async (words) => {
        if (stopping) return
        console.error(`\n${early}\n${words}`)
        await stop()
        process.exit(1)
      },
    },
  )
  leaving.push(service.stop)
  const jobs = 'db/jobs/run.ts'
  if (database.env.DATABASE_SEALER_URL || database.env.DATABASE_JOBS_URL) {
    const mode = developing ? 'development' : 'production'
    const jobsEnv = { ...jobsEnvironment(database), ...common, NODE_ENV: mode }
    leaving.push(keepRunning('The jobs', node, ['--import', 'tsx', jobs], { env: jobsEnv }).stop)
  }
  await ready(host === '0.0.0.0' ? '127.0.0.1' : host, port)
  early = ''
  say = (text) => process.stdout.write(text)
}

async function ready(host, port) {
  let answer = 'no answer'
  for (const until = Date.now() + 120_000; Date.now() < until && !stopping; await wait(50)) {
    try {
      const response = await fetch(`http://${host}:${port}/api/health/ready`, {
        signal: AbortSignal.timeout(20_000),
      })
      if (response.ok) return
      answer = `${response.status} ${(await response.text()).slice(0, 300)}`
    } catch (error) {
      answer = error.cause?.message ?? error.message
    }
  }
  if (!stopping) throw new Sentence(`The service did not become ready. The last answer was: ${answer}`)
}

function readPort(text) {
  const port = Number(text)
  if (Number.isInteger(port) && port > 0 && port < 65536) return port
  throw new Sentence(`PORT is "${text}". It must be a whole number from 1 to 65535.`, 2)
}

function stopOnSignals() {
  const leave = async () => {
    if (stopping) return
    console.log('\nStopping …')
    await stop()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, leave)
  // Without npm nobody's Ctrl-C would reach us, and a service that cannot be stopped would hold the port.
  whenNpmIsGone(leave)
}

/** In the opposite order of starting: the database goes last. */
async function stop() {
  stopping = true
  endRunning()
  for (const end of leaving.splice(0).reverse()) await end()
}
