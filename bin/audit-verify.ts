import { existsSync } from 'node:fs'
import { Client } from 'pg'
import { sealingKey } from '@/db/audit/chain'
import { auditPlaces, readHeads } from '@/db/audit/heads'
import { verifyAudit } from '@/db/audit/verify'
import { env } from '@/db/env'

if (process.argv.includes('--help')) {
  console.log(`npm run audit:verify

Recomputes the hash chain over the audit log and compares it with the signatures and with the heads that were sent out.
Ends with an error when anything does not fit. Settings: AUDIT_KEY_FILE, AUDIT_HEADS_FILE.`)
  process.exit(0)
}

const places = auditPlaces()
const client = new Client({ connectionString: env().DATABASE_SEALER_URL })
await client.connect()
const verdict = await verifyAudit(
  client,
  existsSync(places.key) ? sealingKey(places.key) : undefined,
  readHeads(places.heads),
)
await client.end()
for (const problem of verdict.problems.slice(0, 50)) console.log(problem)
const waiting = verdict.unsealed === 0 ? '' : ` ${verdict.unsealed} newer rows wait for the next seal.`
if (verdict.problems.length > 0) {
  console.log(`The audit log does not fit its seals: ${verdict.problems.length} problems.${waiting}`)
  process.exit(1)
}
console.log(`The audit log is whole: ${verdict.sealed} sealed rows.${waiting}`)
