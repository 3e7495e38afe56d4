import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Postgres, startPostgres } from '@/bin/postgres.mjs'

const dataDir = join(mkdtempSync(join(tmpdir(), 'footpath-launcher-')), 'pg')
const options = { dataDir, database: 'footpath', unsafeFast: true }

describe('the embedded PostgreSQL', () => {
  let other: ChildProcess
  let server: Postgres

  beforeAll(async () => {
    const script = `
      import { startPostgres } from './bin/postgres.mjs'
      const { pid, port } = await startPostgres(${JSON.stringify(options)})
      process.stdout.write(JSON.stringify({ pid, port }))
      setInterval(() => {}, 1000)`
    other = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
  })

  afterAll(() => rmSync(join(dataDir, '..'), { recursive: true, force: true }))

  test('is joined again, with its data, after its starter was killed', async () => {
    const [started] = await once(other.stdout!, 'data')
    other.kill('SIGKILL')
    await once(other, 'exit')

    server = await startPostgres(options)

    expect(server.joined).toBe(true)
    expect({ pid: server.pid, port: server.port }).toEqual(JSON.parse(String(started)))
    expect(await databaseOf(server)).toBe('footpath')
  })

  test('keeps its password to its owner', () => {
    expect(statSync(join(dataDir, 'launcher.json')).mode & 0o077).toBe(0)
    expect(statSync(join(dataDir, 'cluster')).mode & 0o077).toBe(0)
  })

  test('goes on for others when one leaves, and stops with the last', async () => {
    const second = await startPostgres(options)
    expect(await server.stop()).toBe(false)
    expect(await databaseOf(second)).toBe('footpath')
    expect(await second.stop()).toBe(true)
    await expect(databaseOf(second)).rejects.toThrow('ECONNREFUSED')
  })

  test('starts again after the server itself was killed', async () => {
    const killed = await startPostgres(options)
    process.kill(killed.pid, 'SIGKILL')
    const again = await startPostgres(options)
    expect(again.pid).not.toBe(killed.pid)
    expect(await databaseOf(again)).toBe('footpath')
    await killed.stop()
    await again.stop()
  })
})

async function databaseOf(server: Postgres) {
  const client = new Client({ connectionString: server.superuserUrl('footpath') })
  await client.connect()
  const { rows } = await client.query('select current_database() as name')
  await client.end()
  return rows[0].name
}
