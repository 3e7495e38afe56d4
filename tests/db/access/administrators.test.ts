import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { makeFirstPassword } from '@/db/access/first-password'
import { account } from '@/db/access/reads'
import { signIn } from '@/db/access/sign-in'
import { appPool, inTransaction, openPool } from '@/db/client'
import { readinessProblem } from '@/db/health'
import { Partnership, type Worker } from '../../build/partnership'
import { canSignIn, rightPassword } from '../../build/sign-in'
import { sql } from '../../build/sql'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../../..')

const reset = (by: Worker, whom: Worker, hash: string) =>
  inTransaction(appPool(), `select set_config('app.session', '${by.token}', true)`, async (_, client) => {
    const { rows } = await client.query('select app.reset_sign_in($1, $2) as done', [whom.id, hash])
    return rows[0].done as boolean
  })

test('an administrator sets a sign-in right in person: a temporary password, no second step, every session ended', async () => {
  const p = await Partnership.make()
  const amira = await p.worker('clinician', await p.team())
  const ada = await p.worker('administrator')
  const { email } = await canSignIn(amira, { secondStep: true, recoveryCodes: ['0000-0000-0000-0000'] })
  const { password, hash } = await makeFirstPassword()
  expect(password).toMatch(/^([a-z]{4}-){4}[a-z]{4}$/)
  expect(await reset(ada, amira, hash)).toBe(true)
  expect(await account(amira.token, undefined)).toEqual({ ok: false, failure: { kind: 'signed-out' } })
  expect((await signIn({ email, password: rightPassword, code: '' })).kind).toBe('not-right')
  expect(await signIn({ email, password, code: '' })).toMatchObject({ kind: 'signed-in', stage: 'password' })
  expect(await sql('select 1 from app.recovery_codes where staff_id = $1', [amira.id])).toEqual([])
})

test('only an administrator of the same partnership may, and not for themselves', async () => {
  const [p, q] = [await Partnership.make(), await Partnership.make('Another Partnership')]
  const amira = await p.worker('clinician', await p.team())
  const [ada, eve] = [await p.worker('administrator'), await q.worker('administrator')]
  await canSignIn(amira, {})
  const { hash } = await makeFirstPassword()
  expect(await reset(eve, amira, hash)).toBe(false)
  expect(await reset(amira, ada, hash)).toBe(false)
  expect(await reset(ada, ada, hash)).toBe(false)
  expect(await reset(ada, amira, 'not a hash')).toBe(false)
  expect(await account(amira.token, undefined)).toMatchObject({ ok: true })
})

test('admin:create makes a partnership with its system actor and an administrator who can sign in, once', async () => {
  const create = (...args: string[]) =>
    run(process.execPath, ['--import', 'tsx', 'bin/admin-create.ts', ...args], {
      cwd: root,
      env: process.env,
    })
  const args = ['--partnership', 'Marsh Partnership', '--name', 'Ffion Rees', '--email', 'ffion@example.test']
  const { stdout } = await create(...args)
  const password = /^ {4}(\S+)$/m.exec(stdout)?.[1]
  expect(await signIn({ email: 'ffion@example.test', password: password!, code: '' })).toMatchObject({
    kind: 'signed-in',
    stage: 'password',
  })
  expect(
    await sql(
      `select s.kind, s.name, m.role from partnerships p join staff s on s.partnership_id = p.id
       join memberships m on m.staff_id = s.id where p.name = 'Marsh Partnership' order by m.role`,
    ),
  ).toEqual([
    { kind: 'person', name: 'Ffion Rees', role: 'administrator' },
    { kind: 'system', name: 'Footpath', role: 'system' },
  ])
  const [sameName, sameAddress, incomplete, help] = await Promise.all([
    create(...args.with(5, 'other@example.test').with(1, 'marsh partnership ')).catch((error) => error),
    create(...args.with(1, 'Other Partnership')).catch((error) => error),
    create('--partnership', 'X').catch((error) => error),
    create('--help'),
  ])
  expect(sameName).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('There is already a partnership'),
  })
  expect(sameAddress).toMatchObject({ code: 1, stderr: expect.stringContaining('already signs in') })
  expect(incomplete).toMatchObject({ code: 2, stderr: expect.stringContaining('--email') })
  expect(help.stdout).toContain('npm run admin:create')
}, 60_000)

test('admin:create makes the tables first where the database is empty, with roles that somebody else made ready', async () => {
  const name = `empty_${Date.now()}`
  await sql(`create database ${name} template template0 owner footpath_owner`)
  const at = (address: string | undefined) => {
    const url = new URL(address!)
    url.pathname = `/${name}`
    return url.href
  }
  const { DATABASE_OWNER_URL, DATABASE_URL } = process.env
  const args = ['--partnership', 'Fen Partnership', '--name', 'Noor Ali', '--email', 'noor@example.test']
  // Somebody else made the roles ready: the owner of the tables may make none and give none a password.
  expect(await sql("select rolcreaterole from pg_roles where rolname = 'footpath_owner'")).toEqual([
    { rolcreaterole: false },
  ])
  const { stdout } = await run(process.execPath, ['--import', 'tsx', 'bin/admin-create.ts', ...args], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_ADMIN_URL: undefined,
      DATABASE_OWNER_URL: at(DATABASE_OWNER_URL),
      DATABASE_URL: at(DATABASE_URL),
    },
  })
  expect(stdout).toContain('"Fen Partnership" is ready.')
}, 60_000)

test('a migrated database is ready for the application’s role', async () => {
  expect(await readinessProblem()).toBeUndefined()
})

test.each(['DATABASE_ADMIN_URL', 'DATABASE_OWNER_URL'])(
  'never for the role of %s, which the line would not hold against',
  async (address) => {
    const pool = openPool(process.env[address]!, 'test', 1)
    expect(await readinessProblem(() => pool)).toMatchObject({
      kind: 'role',
      words: expect.stringContaining('footpath_app'),
    })
    await pool.end()
  },
)

test('a database that is away is another thing: it may come back', async () => {
  const pool = openPool('postgres://footpath_app@127.0.0.1:1/nowhere', 'test', 1)
  expect(await readinessProblem(() => pool)).toMatchObject({ kind: 'away' })
  await pool.end()
})
