import { openScratch } from '../scratch'
import { proveActs, proveReads } from './access/data'
import { askersOf } from './access/expected'
import { recordsOf } from './access/records'
import { openWorld } from './access/scene'
import { Tally } from './access/tally'
import type { Proof } from './proof'

/** Every act, read and route, as every role, against the one policy table. */
export const prove: Proof = async ({ short }) => {
  const scratch = await openScratch()
  const tally = new Tally()
  try {
    const since = Date.now()
    const part = (name: string) => console.log(`  ${name}: ${((Date.now() - since) / 1000).toFixed(1)} s`)
    await proveActs(await openWorld(), tally, () => !short)
    part('acts')
    const world = await openWorld()
    await proveReads(askersOf(world), recordsOf(world), tally)
    part('reads')
    console.log(JSON.stringify(tally.cells))
    return { passed: tally.total - tally.wrong, failed: tally.wrong }
  } finally {
    await scratch.close()
  }
}
