import { parseArgs } from 'node:util'
import { Client, DatabaseError } from 'pg'
import { signOut } from '@/db/access/sign-out'
import { partnershipsHere, startSystemSession } from '@/db/access/start-system-session'
import { env } from '@/db/env'
import { publish } from '@/db/reporting/publish'
import { dayOf } from '@/lib/day'
import type { Failure } from '@/lib/errors'
import { newId } from '@/lib/id'
import { periodInWords, readPeriod } from '@/lib/reporting/period'
import { editionInWords } from '@/lib/reporting/source'

const help = `npm run publish -- 2025-04-01..2026-03-31
npm run publish -- last-twelve-months

Counts a period, hides and rounds small numbers, and puts the result on the commissioners' equity page in place of the one
before. A period is made of whole months that are over, at least three of them.

--partnership   whose figures; may be left out where there is only one partnership
--edition       2019, 2025 or invented: by which indices tenths and fifths are made (the newest that is loaded)
--again         publish the same period once more. Two releases of one period can be compared, and what was corrected
                between them may show: leave it to the next period where you can.

The databases are those that DATABASE_URL and DATABASE_OWNER_URL name, or the embedded one.`

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const

process.exitCode = await main(process.argv.slice(2))
// The application's connections are kept open for a server; a tool is done.
process.exit()

async function main(args: string[]): Promise<number> {
  if (args.includes('--help')) return say(help)
  let given: { partnership?: string; edition?: string; again?: boolean; period?: string }
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { partnership: text, edition: text, again: flag },
    })
    if (positionals.length > 1) return wrong(`Only one period at a time, not ${positionals.length}.`)
    given = { ...values, period: positionals[0] }
  } catch (error) {
    return wrong((error as Error).message)
  }
  if (!given.period) return wrong('Say which period to publish, for example last-twelve-months.')
  const read = readPeriod(given.period, dayOf(new Date()))
  if (!read.ok) return wrong(read.because)
  const { period } = read

  const url = env().DATABASE_OWNER_URL
  if (!url) return wrong('Set DATABASE_OWNER_URL to the address of the role that owns the tables.')
  const owner = new Client({ connectionString: url, application_name: 'footpath publish' })
  try {
    await owner.connect()
    const here = await partnershipsHere(owner)
    const chosen = choose(here, given.partnership)
    if (typeof chosen === 'string') return wrong(chosen)
    const token = await startSystemSession(owner, chosen.id)
    if (!token) return failed(`"${chosen.name}" has no system actor, so nothing can be published for it.`)
    const began = Date.now()
    console.log(`Counting ${periodInWords(period)} for ${chosen.name} ...`)
    const result = await publish(token, { ...period, edition: given.edition, again: given.again }, newId())
    await signOut(token)
    if (!result.ok) return failed(inSentence(result.failure))
    const by = editionInWords(result.value.edition)
    if (result.value.kind === 'already')
      return say(
        `Nothing was published: these months are out already, by ${by}, since ${result.value.on}. Add --again to publish them once more.`,
      )
    const { cells, hidden } = result.value
    return say(
      `Published in ${((Date.now() - began) / 1000).toFixed(1)} s, by ${by}: ${cells} figures, ${hidden} of them hidden to protect privacy.`,
    )
  } catch (error) {
    if (error instanceof DatabaseError && ['42883', '42P01', '3F000'].includes(error.code ?? ''))
      return failed('This database has not been set up yet. Run npm start once, so that its tables are made.')
    return failed(`The database did not do it: ${(error as Error).message}`)
  } finally {
    await owner.end().catch(() => {})
  }
}

function choose(here: { id: string; name: string }[], name: string | undefined) {
  const names = here.map((one) => `"${one.name}"`).join(', ')
  if (here.length === 0) return 'There is no partnership here yet. Make one with npm run admin:create.'
  if (name === undefined)
    return here.length === 1 ? here[0]! : `Say for which partnership: --partnership NAME. There are ${names}.`
  const wanted = name.trim().toLowerCase()
  return (
    here.find((one) => one.name.toLowerCase() === wanted) ??
    `There is no partnership called "${name}". There is ${names}.`
  )
}

function inSentence(failure: Failure): string {
  if (failure.kind === 'refused' || failure.kind === 'conflict') return failure.because
  if (failure.kind === 'invalid') return Object.values(failure.fields).join(' ')
  return failure.kind === 'unavailable'
    ? 'The database did not answer in time. Nothing was published.'
    : 'The session of the system actor was not accepted. Nothing was published.'
}

function say(words: string): number {
  console.log(words)
  return 0
}

function failed(words: string): number {
  console.error(words)
  return 1
}

function wrong(words: string): number {
  console.error(`${words}\nSee npm run publish -- --help.`)
  return 2
}
