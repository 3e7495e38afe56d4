import { env } from '@/db/env'
import { keepWorking } from './queue'
import { keepSealing } from './sealing'

// The service's own jobs, in a process of their own. Several may run at once: of two that seal or take the same job, one does.
const { DATABASE_SEALER_URL, DATABASE_JOBS_URL } = env()
const stopping = new AbortController()
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stopping.abort())

const work: Promise<void>[] = []
if (DATABASE_SEALER_URL) work.push(keepSealing(DATABASE_SEALER_URL, stopping.signal))
else process.stderr.write('DATABASE_SEALER_URL is not set: the audit log is not being sealed.\n')
if (DATABASE_JOBS_URL) work.push(keepWorking(DATABASE_JOBS_URL, stopping.signal))
else process.stderr.write('DATABASE_JOBS_URL is not set: reminders are not being sent.\n')
// By agreement code 2 means that a setting is missing: starting again would not bring it.
if (work.length === 0) process.exit(2)
await Promise.all(work)
process.exit(0)
