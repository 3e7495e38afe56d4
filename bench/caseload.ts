import { createHash } from 'node:crypto'
import { Client } from 'pg'
import { newToken } from '@/db/access/session-token'
import { addBackground } from '@/db/seed/background'
import { freezeAll } from '@/db/seed/frozen'
import { layOutPlace } from '@/db/seed/place'
import { randomFrom } from '@/db/seed/random'
import { buildHouse } from '@/db/seed/staff'
import { dayOf } from '@/lib/day'
import { newId } from '@/lib/id'
import { openScratch } from '../bin/scratch'
import { ask, cpuOf, median } from './measure'
import { cookieFor, serve } from './served'

const goal = 2.2

/**
 * My young people (25 rows, with session, row-level security and audit) against an empty dynamic page of the same server,
 * with 20,000 young people in the partnership. Node and Postgres apart.
 */
export async function run(args: string[]): Promise<boolean> {
  const people = Number(args[args.indexOf('--people') + 1] || 0) || 20_000
  const rounds = 5
  const times = 300
  const scratch = await openScratch()
  const client = new Client({
    connectionString: scratch.urls.DATABASE_ADMIN_URL,
    options: '-c TimeZone=Europe/London',
  })
  await client.connect()
  console.log(`Writing ${people} invented young people …`)
  const random = randomFrom(1)
  await client.query('begin')
  const house = await buildHouse(client)
  await addBackground(client, house, await layOutPlace(client, random), random, dayOf(new Date()), people)
  await freezeAll(client, house.partnershipId)
  const token = newToken()
  await client.query(
    `insert into app.sessions (token_hash, id, partnership_id, staff_id, role, expires_at) values ($1, $2, $3, $4, 'clinician', now() + interval '2 hours')`,
    [createHash('sha256').update(token).digest(), newId(), house.partnershipId, house.colleagues.ewmhs[1]],
  )
  await client.query('commit')
  await client.query('vacuum analyze')
  await client.end()

  const server = await serve(3290)
  try {
    const cookie = await cookieFor(token)
    const pages = { empty: `${server.base}/empty`, caseload: `${server.base}/care/people` }
    for (const url of Object.values(pages)) await ask(url, { times: 400, together: 4, cookie })
    const node: Record<string, number[]> = { empty: [], caseload: [] }
    const postgres: Record<string, number[]> = { empty: [], caseload: [] }
    for (let round = 0; round < rounds; round++)
      for (const [name, url] of Object.entries(pages)) {
        const before = { node: cpuOf(server.pid), postgres: cpuOf(scratch.server.pid) }
        await ask(url, { times, together: 4, cookie })
        node[name]!.push(((cpuOf(server.pid) - before.node) * 1000) / times)
        postgres[name]!.push(((cpuOf(scratch.server.pid) - before.postgres) * 1000) / times)
      }
    for (const name of Object.keys(pages))
      console.log(
        `  ${name}: Node ${median(node[name]!).toFixed(2)} ms, Postgres ${median(postgres[name]!).toFixed(2)} ms of processor time a request`,
      )
    const ratio = median(node.caseload!.map((value, i) => value / node.empty![i]!))
    console.log(`caseload: ratio ${ratio.toFixed(2)} (goal at most ${goal})`)
    return ratio <= goal
  } finally {
    server.stop()
    await scratch.close()
  }
}
