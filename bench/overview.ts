import { openScratch } from '../bin/scratch'
import type { Bench } from './bench'
import { ask, cpuOf, median } from './measure'
import { layOut } from './scene'
import { serve } from './served'

const goal = 2.5
const rounds = 5
const times = 300

/** The Overview of a young person with 3 goals and 24 ratings, in Node CPU, against an empty dynamic page of the same server. */
export const run: Bench = async () => {
  const scratch = await openScratch()
  const { cookies, records } = await layOut(scratch.urls.DATABASE_ADMIN_URL, {
    workers: 1,
    people: 50,
    goals: 3,
    ratings: 8,
  })
  const server = await serve(3294)
  try {
    const pages = {
      empty: `${server.base}/empty`,
      overview: `${server.base}/care/people/${records[7]!.personId}`,
    }
    const cookie = cookies[0]!
    for (const url of Object.values(pages)) await ask(url, { times: 300, together: 4, cookie })
    const node: Record<string, number[]> = { empty: [], overview: [] }
    const postgres: Record<string, number[]> = { empty: [], overview: [] }
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
    const ratio = median(node.overview!.map((value, i) => value / node.empty![i]!))
    console.log(`overview: ratio ${ratio.toFixed(2)} (goal at most ${goal})`)
    return ratio <= goal
  } finally {
    server.stop()
    await scratch.close()
  }
}
