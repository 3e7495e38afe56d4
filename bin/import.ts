import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { signOut } from '@/db/access/sign-out'
import { appPool } from '@/db/client'
import { env } from '@/db/env'
import { checkReferrals } from '@/db/imports/check-referrals'
import { openDeskSession } from '@/db/imports/desk-session'
import { discardImport } from '@/db/imports/discard-import'
import { importReferrals } from '@/db/imports/import-referrals'
import { imports, rejectedRows } from '@/db/imports/reads'
import { rejectedCsv } from '@/db/imports/rejected-csv'
import { decoded } from '@/db/imports/text-of'
import { importNorms } from '@/db/measures/import-norms'
import { importAreas } from '@/db/places/import-areas'
import { importPostcodes } from '@/db/places/import-postcodes'
import { WrongFile } from '@/db/places/lines'
import type { Failure, Result } from '@/lib/errors'
import { newId } from '@/lib/id'

const help = `npm run import -- places FILE [--edition invented]
npm run import -- postcodes FILE [--areas LOOKUP]
npm run import -- norms FILE
npm run import -- referrals FILE --email SOMEONE [--team NAME] [--rejected OUT] [--yes]

places      one edition of the English Indices of Deprivation: the official "File 7" of 2019 or 2025 (.csv or .csv.gz).
            --edition invented takes a file of a place that is not real, with any number of areas.
postcodes   a postcode file of the Office for National Statistics, NSPL or ONSPD (.csv or .csv.gz).
            --areas names the ONS lookup from 2011 to 2021 areas, for a file that has only the 2011 ones.
norms       the norms of the RCADS questionnaire by sex and age (.csv: gender, age, assessment, sample_mean, sample_sd), from
            whoever owns them. Without them its scores are shown raw. The file takes the place of an earlier one.
referrals   a referrals file (.csv, UTF-8). Prints the review; with --yes it then imports the new and changed referrals.
            --email names the member of staff it is done as; they must hold the referrals desk of the team.
            A session of theirs is opened for a quarter of an hour, and all of it is audited as theirs.
            --rejected writes the lines that cannot be imported to a file, with what is wrong.

A file is loaded whole or not at all, and may be loaded again. The database is the one DATABASE_OWNER_URL names (referrals
also need DATABASE_URL), or the embedded one.`

/** What is wrong with how the command was called. */
class Misuse extends Error {}

const number = (n: number) => n.toLocaleString('en-GB')
const say = (text: string) => console.log(`  ${text}`)

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  if (error instanceof WrongFile) console.error(error.message)
  else if (error instanceof Misuse) {
    console.error(`${error.message}\n\n${help}`)
    return 2
  } else console.error(error)
  return 1
})

async function main(args: string[]): Promise<number> {
  if (args.includes('--help') || args.length === 0) {
    console.log(help)
    return args.length === 0 ? 2 : 0
  }
  const { what, file, values } = read(args)
  const client = new Client({
    connectionString: env().DATABASE_OWNER_URL,
    application_name: 'footpath import',
  })
  // A server that goes away fails the query under way, and that is told below; without a listener it would end the process.
  let lost = false
  client.on('error', () => {
    lost = true
  })
  await client.connect()
  try {
    if (what === 'places') return await places(client, file, values.edition)
    if (what === 'postcodes') return await postcodes(client, file, values.areas)
    if (what === 'norms') return await norms(client, file)
    return await referrals(client, file, values)
  } catch (error) {
    if (lost)
      throw new WrongFile('The database went away. Nothing of the file was kept; run the command again.')
    throw error
  } finally {
    await client.end().catch(() => {})
  }
}

function read(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        edition: { type: 'string' },
        areas: { type: 'string' },
        email: { type: 'string' },
        team: { type: 'string' },
        rejected: { type: 'string' },
        yes: { type: 'boolean', default: false },
      },
    })
    const [what, file, ...rest] = positionals
    if (!what || !['places', 'postcodes', 'norms', 'referrals'].includes(what))
      throw new Misuse('Say what to import: places, postcodes, norms or referrals.')
    if (!file || rest.length > 0) throw new Misuse('Name one file.')
    return { what, file, values }
  } catch (error) {
    if (error instanceof Misuse) throw error
    throw new Misuse((error as Error).message)
  }
}

async function places(client: Client, file: string, edition: string | undefined): Promise<number> {
  const began = Date.now()
  const done = await importAreas(client, file, { edition, say })
  const name = `${number(done.areas)} areas (${done.vintage}) of the ${done.edition === 'invented' ? 'invented place' : `edition of ${done.edition}`}`
  if (done.kind === 'already') console.log(`This file is already loaded: ${name}. Nothing was changed.`)
  else console.log(`Loaded ${name}${done.replaced ? ', in place of an earlier file' : ''}, ${spent(began)}.`)
  return 0
}

async function postcodes(client: Client, file: string, changes: string | undefined): Promise<number> {
  const began = Date.now()
  const done = await importPostcodes(client, file, { changes, say })
  if (done.kind === 'already')
    console.log(`This file is already loaded: ${number(done.postcodes)} postcodes. Nothing was changed.`)
  else
    console.log(
      `Loaded ${number(done.postcodes)} postcodes with areas of ${done.vintages.join(' and ')}, ${spent(began)}.`,
    )
  return 0
}

async function norms(client: Client, file: string): Promise<number> {
  const done = await importNorms(client, file)
  if (done.kind === 'already')
    console.log(`This file is already loaded: ${number(done.norms)} norms. Nothing was changed.`)
  else
    console.log(
      `Loaded ${number(done.norms)} norms${done.replaced > 0 ? `, in place of ${number(done.replaced)}` : ''}.`,
    )
  return 0
}

/** maxRSS is in kilobytes. */
function spent(began: number): string {
  return `in ${((Date.now() - began) / 1000).toFixed(1)} s with at most ${Math.ceil(process.resourceUsage().maxRSS / 1024)} MB of memory`
}

type Wanted = { email?: string; team?: string; rejected?: string; yes: boolean }

async function referrals(client: Client, file: string, wanted: Wanted): Promise<number> {
  if (!wanted.email) throw new Misuse('Say whose referrals desk this is: --email someone@example.org')
  const text = decoded(
    await readFile(file).catch(() => {
      throw new WrongFile(`There is no file ${file} that can be read.`)
    }),
  )
  const token = await openDeskSession(client, wanted.email)
  if (!token)
    throw new WrongFile(`No active member of staff with the address ${wanted.email} holds a referrals desk.`)
  try {
    return await asDesk(token, basename(file), text, wanted)
  } finally {
    await signOut(token)
    await appPool().end()
  }
}

async function asDesk(token: string, fileName: string, file: string, wanted: Wanted): Promise<number> {
  const { teams } = value(await imports(token, undefined))
  const team = wanted.team
    ? teams.find((one) => one.name === wanted.team)
    : teams.length === 1
      ? teams[0]
      : undefined
  if (!team)
    throw new WrongFile(
      `Name the team with --team: ${teams.map((one) => one.name).join(', ') || 'there is none'}.`,
    )
  const checked = value(await checkReferrals(token, { teamId: team.id, fileName, file }, newId()))
  const { importId } = checked
  console.log(
    `${fileName} for ${team.name}: ${number(checked.new)} new, ${number(checked.changed)} changed, ${number(checked.same)} already here, ${number(checked.problem)} cannot be imported.`,
  )
  const { rows } = value(await rejectedRows(token, { importId }))
  for (const row of rows.slice(0, 20)) console.log(`  Line ${number(row.line)}: ${row.problems.join(' ')}`)
  if (rows.length > 20) console.log(`  … and ${number(rows.length - 20)} more.`)
  if (wanted.rejected && rows.length > 0) {
    await writeFile(wanted.rejected, rejectedCsv(rows), { mode: 0o600 })
    console.log(`What cannot be imported is in ${wanted.rejected}.`)
  }
  if (checked.new + checked.changed === 0 || !wanted.yes) {
    value(await discardImport(token, { importId }, newId()))
    console.log(
      checked.new + checked.changed === 0
        ? 'There is nothing to import.'
        : 'Nothing was imported. Run it again with --yes to import the new and changed referrals.',
    )
    return 0
  }
  const { imported, rejected } = value(await importReferrals(token, { importId }, newId()))
  console.log(
    rejected === 0
      ? `Completed: ${number(imported)} referrals imported.`
      : `Partially completed: ${number(imported)} referrals imported, ${number(rejected)} rejected.`,
  )
  return 0
}

/** The answer, or its failure as a sentence. */
function value<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new WrongFile(sentence(result.failure))
}

function sentence(failure: Failure): string {
  switch (failure.kind) {
    case 'invalid':
      return Object.values(failure.fields).join(' ')
    case 'refused':
    case 'conflict':
      return failure.because
    case 'signed-out':
      return 'The session ended before the import did. Nothing was imported.'
    case 'not-found':
      return 'This is not within reach of that member of staff.'
    case 'unavailable':
      return 'The database did not answer in time. Nothing was imported; try again.'
  }
}
