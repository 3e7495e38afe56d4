import { createServer } from 'node:http'
import { Pool } from 'pg'

// The yardstick for a write: one prepared statement and nothing else. No session, no permission, no idempotency.
const pool = new Pool({ connectionString: process.env.DATABASE_ADMIN_URL, max: 16, idleTimeoutMillis: 0 })
const text = `with rated as (
    insert into ratings (partnership_id, id, goal_id, episode_id, person_id, rater, rated_on, value, by_staff_id)
    values ($1, gen_random_uuid(), $2, $3, $4, 'young-person', current_date, $5, $6))
  insert into app.audit_log (partnership_id, staff_id, role, act, outcome, person_id)
  values ($1, $6, 'clinician', 'bare', 'done', $4)`

createServer((ask, answer) => {
  let body = ''
  ask.setEncoding('utf8').on('data', (part) => {
    body += part
  })
  ask.on('end', async () => {
    try {
      await pool.query({ name: 'bare', text, values: JSON.parse(body) })
      answer.end('ok')
    } catch (error) {
      answer.statusCode = 500
      answer.end(String(error))
    }
  })
}).listen(Number(process.env.PORT), '127.0.0.1', () => console.log('listening'))
