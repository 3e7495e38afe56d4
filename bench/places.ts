import { spawn } from 'node:child_process'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { migrate } from '@/db/migrations/migrate'
import { copyRow, fieldsOf, linesOf } from '@/db/places/lines'
import { readPostcodeHeadings, readPostcodeLine } from '@/lib/places/postcode-file'
import { openScratch } from '../bin/scratch'
import type { Bench } from './bench'
import { median } from './measure'

const goals = { indicesSeconds: 5, postcodesSeconds: 90, postcodesMegabytes: 400 }

const folder = process.env.FOOTPATH_DATA ?? join(import.meta.dirname, '../../shared/data')
const sample = join(folder, 'geography/nspl_2021nov_WN_SR_HX_TF_HR_SM.csv.gz')
const indices = join(folder, 'imd/iod2025_lsoa21.csv.gz')

/**
 * Importing the indices of 2025 and a postcode file of 2.7 million rows (a real sample repeated with other postcodes), each in
 * a fresh database and by the command itself, so that starting it counts. The ratio is against a bare COPY of the same rows,
 * already in COPY's own form, into an empty table with the same key; the rounds alternate.
 */
export const run: Bench = async (args) => {
  const { values } = parseArgs({
    args,
    options: { rows: { type: 'string', default: '2700000' }, rounds: { type: 'string', default: '3' } },
  })
  const rows = Number(values.rows)
  if (!existsSync(sample) || !existsSync(indices)) {
    console.log('places: the published files are not here. Set FOOTPATH_DATA to the folder that holds them.')
    return false
  }
  const database = await openScratch()
  const { urls } = database
  const written = await mkdtemp(join(tmpdir(), 'footpath-bench-'))
  try {
    const file = join(written, 'postcodes.csv')
    console.log(`Writing ${rows.toLocaleString('en-GB')} postcodes…`)
    await write(file, rows)
    const bare: number[] = []
    const ours: Spent[] = []
    const first: Spent[] = []
    for (let round = 1; round <= Number(values.rounds); round++) {
      await inFreshDatabase(urls, async (owner) => {
        first.push(await command(owner, ['places', indices]))
        ours.push(await command(owner, ['postcodes', file]))
      })
      await inFreshDatabase(urls, async (owner) => {
        bare.push(await bareCopy(owner, file))
      })
      console.log(
        `Round ${round}: indices ${show(first.at(-1)!)}; postcodes ${show(ours.at(-1)!)}; bare COPY ${bare.at(-1)!.toFixed(1)} s`,
      )
    }
    const seconds = median(ours.map((one) => one.seconds))
    const megabytes = Math.max(...ours.map((one) => one.megabytes))
    const indicesSeconds = median(first.map((one) => one.seconds))
    const met =
      indicesSeconds < goals.indicesSeconds &&
      seconds < goals.postcodesSeconds * Math.max(1, rows / 2_700_000) &&
      megabytes < goals.postcodesMegabytes
    console.log(`Indices of 2025: ${indicesSeconds.toFixed(1)} s (goal under ${goals.indicesSeconds} s)`)
    console.log(
      `Postcodes: ${seconds.toFixed(1)} s (goal under ${goals.postcodesSeconds} s), ${megabytes} MB (goal under ${goals.postcodesMegabytes} MB)`,
    )
    console.log(
      `places: ratio ${(seconds / median(bare)).toFixed(2)} (goal: indices under ${goals.indicesSeconds} s, postcodes under ${goals.postcodesSeconds} s and ${goals.postcodesMegabytes} MB: ${met ? 'met' : 'missed'})`,
    )
    return met
  } finally {
    await rm(written, { recursive: true, force: true })
    await database.close()
  }
}

type Spent = { seconds: number; megabytes: number }
const show = ({ seconds, megabytes }: Spent) => `${seconds.toFixed(1)} s, ${megabytes} MB`

/** The sample again and again, each time under other area letters, so that no postcode comes twice. */
async function write(path: string, rows: number): Promise<void> {
  const lines: string[] = []
  for await (const some of linesOf(sample)) lines.push(...some.lines)
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const pairs = letters.flatMap((a) => letters.map((b) => a + b))
  const [heading, ...body] = lines
  const areas = [...new Set(body.map((line) => line.slice(0, 2)))]
  async function* text() {
    yield `${heading}\n`
    let left = rows
    for (let turn = 0; left > 0; turn++) {
      const some = body.slice(0, left)
      left -= some.length
      yield some
        .map((line) => `${pairs[turn * areas.length + areas.indexOf(line.slice(0, 2))]}${line.slice(2)}\n`)
        .join('')
    }
  }
  await pipeline(Readable.from(text()), createWriteStream(path))
}

type Urls = { DATABASE_ADMIN_URL: string; DATABASE_OWNER_URL: string }

async function inFreshDatabase(
  { DATABASE_ADMIN_URL: admin, DATABASE_OWNER_URL: owner }: Urls,
  work: (owner: string) => Promise<void>,
): Promise<void> {
  const name = `bench_places_${process.pid}`
  const at = (url: string) => {
    const address = new URL(url)
    address.pathname = `/${name}`
    return address.href
  }
  const client = new Client({ connectionString: admin })
  await client.connect()
  try {
    await client.query(`create database ${name} owner footpath_owner`)
    await migrate({ admin: at(admin), owner: at(owner) })
    await work(at(owner))
  } finally {
    await client.query(`drop database if exists ${name} with (force)`)
    await client.end()
  }
}

/** The command as it is typed, with its own figure of the most memory it held. */
function command(owner: string, args: string[]): Promise<Spent> {
  const began = Date.now()
  const child = spawn(process.execPath, ['--import', 'tsx', 'bin/import.ts', ...args], {
    cwd: join(import.meta.dirname, '..'),
    env: { ...process.env, DATABASE_OWNER_URL: owner },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text) => {
    said += text
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      const megabytes = Number(/at most (\d+) MB/.exec(said)?.[1])
      if (code !== 0 || !megabytes) reject(new Error(`${args.join(' ')} ended with code ${code}: ${said}`))
      else resolve({ seconds: (Date.now() - began) / 1000, megabytes })
    })
  })
}

async function bareCopy(owner: string, file: string): Promise<number> {
  const ready = `${file}.copy`
  async function* rows() {
    let columns: Parameters<typeof readPostcodeLine>[1] | undefined
    for await (const { lines } of linesOf(file)) {
      let text = ''
      for (const line of lines) {
        const fields = fieldsOf(line)!
        if (!columns) {
          const headings = readPostcodeHeadings(fields)
          if (!headings.ok) throw new Error(headings.because)
          columns = headings.columns
          continue
        }
        const row = readPostcodeLine(fields, columns)
        if (typeof row === 'string') throw new Error(row)
        text += copyRow([
          row.pcds,
          row.introduced,
          row.terminated,
          row.country,
          row.authority,
          row.lsoa11,
          row.lsoa21,
        ])
      }
      yield text
    }
  }
  if (!existsSync(ready)) await pipeline(Readable.from(rows()), createWriteStream(ready))
  const client = new Client({ connectionString: owner })
  await client.connect()
  try {
    const began = Date.now()
    await pipeline(
      createReadStream(ready, { highWaterMark: 1 << 20 }),
      client.query(
        copyFrom(
          'copy place_postcodes (pcds, introduced, terminated, country, authority, lsoa11, lsoa21) from stdin',
        ),
      ),
    )
    return (Date.now() - began) / 1000
  } finally {
    await client.end()
  }
}
