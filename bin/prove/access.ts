import { type AddressInfo, createServer } from 'node:net'
import { serve } from '@/bench/served'
import { publish } from '@/db/reporting/publish'
import { newId } from '@/lib/id'
import { editionLoaded } from '@/tests/build/referred'
import { openScratch } from '../scratch'
import { proveActs, proveReads } from './access/data'
import { proveTables } from './access/database'
import { askersOf } from './access/expected'
import { proveActions, provePages } from './access/http'
import { proveManifest } from './access/manifest'
import { recordsOf } from './access/records'
import { openWorld } from './access/scene'
import { Tally } from './access/tally'
import type { Proof } from './proof'

/** A port that nobody listens on. */
const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })

/**
 * Every act, read, route and table, as everybody, on their own, their team's, another organisation's and another
 * partnership's, against the one policy table. The short run leaves out repetitions: each act is allowed once, a role that may
 * not at all is tried on one thing, and a page is looked at in two relations.
 */
export const prove: Proof = async ({ short }) => {
  const scratch = await openScratch()
  const tally = new Tally()
  let since = Date.now()
  const took = (what: string) => {
    console.log(`  ${what}: ${((Date.now() - since) / 1000).toFixed(1)} s`)
    since = Date.now()
  }
  let server: Awaited<ReturnType<typeof serve>> | undefined
  try {
    server = await serve(await freePort())
    took('the built service')
    const actions = proveManifest(tally)
    await proveActs(await openWorld(), tally, short)
    took('acts')
    await proveActions(server.base, await openWorld(), actions, tally)
    took('actions by HTTP')

    const world = await openWorld()
    const askers = askersOf(world)
    const records = recordsOf(world)
    await editionLoaded()
    await publish((await world.ours.p.system()).token, { from: '2025-04-01', to: '2026-03-31' }, newId())
    await proveReads(askers, records, tally, short)
    took('reads')
    await provePages(server.base, askers, records, tally, short)
    took('pages by HTTP')
    await proveTables(world, askers, records, tally)
    took('tables')
  } finally {
    server?.stop()
    await scratch.close()
  }
  for (const [where, cells] of Object.entries(tally.cells)) console.log(`  ${where}: ${cells} cells`)
  console.log(
    `${tally.total} cells: ${tally.unexpectedAllows} unexpected allows, ${tally.unexpectedDenials} unexpected denials, ` +
      `${tally.others} rules broken; ${tally.denied} denials, ${tally.allowed} positive controls.`,
  )
  return { passed: tally.total - tally.wrong, failed: tally.wrong }
}
