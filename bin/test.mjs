import './node-version.mjs'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './build.mjs'
import { findChromium } from './chromium.mjs'
import { root } from './environment.mjs'
import { install } from './install.mjs'
import { removeAbandoned } from './postgres.mjs'
import { endRunning, finish, main, Sentence } from './progress.mjs'
import { countedBy, countLines, countPlaywright, countVitest } from './test-counts.mjs'

const reports = mkdtempSync(join(tmpdir(), 'footpath-test-'))
process.on('exit', () => rmSync(reports, { recursive: true, force: true }))
const env = testEnvironment()

/** In this order. `run` gives `{ passed, failed, skipped }`; a stage without tests of its own counts as one. */
const stages = [
  { name: 'lint', run: () => single('@biomejs/biome/bin/biome', ['ci', '.'], 3) },
  { name: 'types', run: types },
  { name: 'unit', run: () => vitest('unit', 5) },
  { name: 'database', run: () => vitest('database', 10) },
  { name: 'build', run: () => countedBy(() => build({ env, onText: say })) },
  { name: 'proofs', run: proofs },
  { name: 'journeys', run: journeys },
]

const help = `npm test: everything that must pass, or with names only those stages:
npm test -- ${stages.map(({ name }) => name).join(' ')}
The tests start databases of their own; DATABASE_URL and its kin are not used.`

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    endRunning()
    process.exit(130)
  })
}

await main(async () => {
  const names = process.argv.slice(2)
  if (names.includes('--help')) return console.log(help)
  const chosen = choose(names)
  const results = []
  try {
    await prepare(chosen)
    for (const { name, run } of chosen) results.push(await timed(name, run))
  } catch (error) {
    if (!(error instanceof Sentence)) throw error
    console.error(error.message)
    results.push({ name: 'preparation', seconds: 0, passed: 0, failed: 1, skipped: 0 })
  } finally {
    await removeAbandoned(join(root, '.data'), 'test-')
  }
  return summarise(results)
})

function choose(names) {
  const unknown = names.find((name) => !stages.some((stage) => stage.name === name))
  if (unknown) throw new Sentence(`There is no stage "${unknown}".\n${help}`, 2)
  // Journeys and proofs speak to the built service.
  const wanted = names.some((name) => name === 'journeys' || name === 'proofs') ? ['build', ...names] : names
  return stages.filter(({ name }) => names.length === 0 || wanted.includes(name))
}

async function prepare(chosen) {
  console.log('── packages')
  await install(say)
  await removeAbandoned(join(root, '.data'), 'test-')
  if (chosen.some(({ name }) => name === 'journeys')) env.CHROMIUM_PATH = await findChromium(say)
}

async function types() {
  const generated = existsSync(join(root, 'app'))
    ? await single('next/dist/bin/next', ['typegen'], 3)
    : undefined
  return generated?.failed ? generated : single('typescript/bin/tsc', ['--noEmit'], 5)
}

async function vitest(project, minutes) {
  const report = join(reports, `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await node(
    'vitest/vitest.mjs',
    ['run', '--project', project, '--passWithNoTests', ...reporters],
    minutes,
  )
  const folders = project === 'unit' ? ['tests/lib', 'tests'] : ['tests/db']
  return countVitest(report, code, hasTests(folders))
}

async function proofs() {
  if (!existsSync(join(root, 'bin', 'prove.ts'))) return nothing('there is no bin/prove.ts yet')
  const { code, output } = await finish(process.execPath, ['--import', 'tsx', 'bin/prove.ts', '--short'], {
    env,
    cwd: root,
    onText: say,
    minutes: 10,
  })
  return countLines(output, code)
}

async function journeys() {
  if (!hasTests(['e2e'])) return nothing('there are no journeys yet')
  const report = join(reports, 'journeys.json')
  env.PLAYWRIGHT_JSON_OUTPUT_FILE = report
  return countPlaywright(report, await node('@playwright/test/cli.js', ['test', '--reporter=list,json'], 20))
}

/** A stage that is one test: it passes or it does not. */
async function single(program, args, minutes) {
  const code = await node(program, args, minutes)
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
}

async function node(program, args, minutes) {
  const command = [join(root, 'node_modules', program), ...args]
  const { code, late } = await finish(process.execPath, command, { env, cwd: root, onText: say, minutes })
  if (late) console.error(`Stopped: not finished after ${minutes} minutes.`)
  return code
}

async function timed(name, run) {
  console.log(`\n── ${name}`)
  const began = Date.now()
  const counts = await run()
  return { name, seconds: (Date.now() - began) / 1000, ...counts }
}

function summarise(results) {
  console.log('')
  for (const { name, seconds, passed, failed, skipped } of results) {
    console.log(
      `${name.padEnd(12)}${seconds.toFixed(1).padStart(7)} s  ${wordsFor({ passed, failed, skipped })}`,
    )
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0)
  console.log(wordsFor({ passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }))
  return sum('failed') > 0 || sum('passed') === 0 ? 1 : 0
}

function wordsFor({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}

function hasTests(folders) {
  const isTest = (name) => /\.(test|spec)\.tsx?$/.test(name)
  return folders.some((folder) => {
    const path = join(root, folder)
    // The unit project takes tests/*.test.ts, and everything below tests/lib.
    return existsSync(path) && readdirSync(path, { recursive: folder !== 'tests' }).some(isTest)
  })
}

function nothing(reason) {
  console.log(reason)
  return { passed: 0, failed: 0, skipped: 0 }
}

function testEnvironment() {
  const others = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('DATABASE_') && name !== 'NODE_ENV',
  )
  // The runners write into our pipe and cannot see for themselves whether a person is watching.
  const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1', FORCE_COLOR: '0' }
  return { ...Object.fromEntries(others), ...colour, NEXT_TELEMETRY_DISABLED: '1' }
}

function say(text) {
  process.stdout.write(text)
}
