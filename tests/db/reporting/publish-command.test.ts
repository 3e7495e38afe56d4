import { spawn } from 'node:child_process'
import { expect, test } from 'vitest'
import { Partnership } from '../../build/partnership'
import { editionLoaded, referred } from '../../build/referred'
import { sql } from '../../build/sql'

/** `npm run publish` as the launcher runs it, with the addresses of this test's database. */
const run = (...args: string[]) =>
  new Promise<{ code: number | null; said: string }>((resolve) => {
    const tool = spawn(process.execPath, ['--import', 'tsx', 'bin/publish.ts', ...args], { env: process.env })
    let said = ''
    for (const stream of [tool.stdout, tool.stderr]) stream.on('data', (text) => (said += text))
    tool.on('exit', (code) => resolve({ code, said }))
  })

test('npm run publish publishes, says what it did, and meets what it cannot do with a sentence and an exit code', async () => {
  const partnership = await Partnership.make('Estuary')
  const team = await partnership.team()
  await partnership.system()
  expect(await run('2025-04-01..2026-03-31')).toEqual({
    code: 1,
    said: expect.stringMatching(/No places are loaded yet/),
  })
  await editionLoaded('2025', '2021')
  const tenths = Array.from({ length: 100 }, (_, i) => ({ on: '2025-06-02', tenth: 1 + (i % 10) }))
  await referred(partnership, team, await partnership.worker('clinician', team), tenths, '2025')

  expect(await run('2025-04-01..2026-03-31')).toEqual({
    code: 0,
    said: expect.stringMatching(/English Indices of Deprivation 2025: \d+ figures, \d+ of them hidden/),
  })
  expect(await run('2025-04-01..2026-03-31', '--partnership', 'estuary')).toEqual({
    code: 0,
    said: expect.stringMatching(/Nothing was published.*--again/),
  })
  expect(await sql('select 1 from published.releases')).toHaveLength(1)
  // The session that published is over.
  expect(
    await sql(
      "select 1 from app.sessions where role = 'system' and revoked_at is null and expires_at < now() + interval '1 hour'",
    ),
  ).toEqual([])

  await Partnership.make('Moorland')
  expect(await run('last-twelve-months')).toEqual({
    code: 2,
    said: expect.stringMatching(/Say for which partnership.*"Estuary", "Moorland"/),
  })
  expect(await run('last-twelve-months', '--partnership', 'Moorland')).toEqual({
    code: 1,
    said: expect.stringMatching(/no system actor/),
  })
  expect(await run('2025-04-02..2026-03-31')).toEqual({
    code: 2,
    said: expect.stringMatching(/whole months/),
  })
  expect(await run()).toEqual({ code: 2, said: expect.stringMatching(/Say which period/) })
  expect(await run('--help')).toEqual({ code: 0, said: expect.stringMatching(/last-twelve-months/) })
}, 120_000)
