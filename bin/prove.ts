import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { inTurns } from './prove/in-turns'
import type { Proof } from './prove/proof'

/** Each claim about safety and the file that tries to break it. */
const proofs: Record<string, () => Promise<{ prove: Proof }>> = {
  access: () => import('./prove/access'),
  audit: () => import('./prove/audit'),
  inputs: () => import('./prove/inputs'),
  outbox: () => import('./prove/outbox'),
  ratings: () => import('./prove/ratings'),
  restart: () => import('./prove/restart'),
}

const args = process.argv.slice(2)
const short = args.includes('--short')
const names = args.filter((arg) => !arg.startsWith('--'))

if (args.includes('--help') || (names.length === 0 && !short)) {
  console.log(`npm run prove -- NAME [--short]

Tries hard to break a claim about safety, prints its figures and ends with an error when the claim breaks.
  access   every act, read and route, as every role, against the one policy table; the database's own line
  audit    random edits, deletions and reorderings of the audit log are all found
  outbox   reminders under runners that are killed: each sent once or saying why not, none to somebody who withdrew
  ratings  eight workers rate, correct, end and re-word the same goals at once; nothing lost, nothing doubled
  inputs   a thousand generated inputs for each act: no untyped error, nothing left behind by a refusal
  restart  the database stopped, killed, frozen and closing under eight writers; nothing acknowledged is lost

--short runs a small part, as \`npm test\` does; without a NAME, of every proof that belongs to it.`)
  process.exit(0)
}

const unknown = names.filter((name) => !(name in proofs))
if (unknown.length > 0) {
  console.log(`There is no proof called ${unknown.join(', ')}. There are: ${Object.keys(proofs).join(', ')}.`)
  process.exit(2)
}

const chosen = names.length > 0 ? names : Object.keys(proofs)
let broken = 0
if (chosen.length > 1) {
  // Each in a process of its own: a proof keeps connections to its own database, and may not meet another's. In short two
  // side by side, since each waits for its database half the time; the long ones want the machine to themselves.
  await inTurns(chosen, short ? 2 : 1, async (name) => {
    const args = ['--import', 'tsx', import.meta.filename, name, ...(short ? ['--short'] : [])]
    const proof = spawn(process.execPath, args, { stdio: short ? 'pipe' : 'inherit' })
    const said: Buffer[] = []
    for (const stream of [proof.stdout, proof.stderr]) stream?.on('data', (part) => said.push(part))
    const [code] = await once(proof, 'close')
    process.stdout.write(Buffer.concat(said))
    if (code !== 0) broken += 1
  })
} else {
  const [name] = chosen
  const { prove } = await proofs[name!]!()
  const { passed, failed } = await prove({ short })
  console.log(`${name}: ${passed} passed, ${failed} failed`)
  if (failed > 0 || passed === 0) broken += 1
}
process.exit(broken === 0 ? 0 : 1)
