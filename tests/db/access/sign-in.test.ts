import { expect, test } from 'vitest'
import { cost, hashPassword, unmatched } from '@/db/access/hash'
import { account } from '@/db/access/reads'
import { signIn } from '@/db/access/sign-in'
import { signingIn } from '@/db/access/signing-in'
import { newRecoveryCodes } from '@/lib/access/recovery-codes'
import { codeAt } from '@/lib/access/totp'
import { Partnership } from '../../build/partnership'
import { canSignIn, rightPassword, wrongPassword } from '../../build/sign-in'
import { asRole, sql } from '../../build/sql'

const stage = async (options: Parameters<typeof canSignIn>[1] = { secondStep: true }) => {
  const p = await Partnership.make()
  const team = await p.team()
  const amira = await p.worker('clinician', team)
  return { p, team, amira, ...(await canSignIn(amira, options)) }
}

const attempt = (email: string, password = rightPassword, code = '') => ({ email, password, code })

test('the right password and code open a session, in any case of the address, and the audit says so', async () => {
  const { amira, email, secret } = await stage()
  const now = new Date()
  const answer = await signIn(attempt(` ${email.toUpperCase()}`, rightPassword, codeAt(secret, now)), now)
  if (answer.kind !== 'signed-in') throw new Error(answer.kind)
  expect(answer.stage).toBe('full')
  expect((await account(answer.token, undefined)).ok).toBe(true)
  expect(await sql('select token_hash from app.sessions where staff_id = $1', [amira.id])).not.toContain(
    answer.token,
  )
  expect(
    await sql("select outcome, detail from app.audit_log where act = 'signIn' and staff_id = $1", [amira.id]),
  ).toEqual([{ outcome: 'done', detail: { how: 'code', stage: 'full' } }])
})

test('a wrong password and an unknown address are answered alike, and each costs one hash', async () => {
  const { email } = await stage()
  const unknown = await signIn(attempt('nobody@example.test', wrongPassword))
  expect(await signIn(attempt(email, wrongPassword))).toEqual(unknown)
  expect(unknown).toEqual({ kind: 'not-right' })
  // The hash for nobody costs what everybody's costs, or the time would tell.
  const figures = (hash: string) => hash.split('$').slice(1, 4).join('$')
  expect(figures(unmatched)).toBe(figures(await hashPassword('any')))
  expect(figures(unmatched)).toBe(`argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},p=1`)
  expect(cost.memoryCost).toBeGreaterThanOrEqual(19 * 1024)
  expect(cost.timeCost).toBeGreaterThanOrEqual(2)
})

test('an unknown address takes as long as a known one', async () => {
  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
  for (let round = 0; round < 8; round++) {
    const { email } = await stage()
    for (const [which, address] of [
      ['known', email],
      ['unknown', `nobody-${round}@example.test`],
    ] as const) {
      const from = performance.now()
      await signIn(attempt(address, wrongPassword))
      times[which].push(performance.now() - from)
    }
  }
  const middle = (values: number[]) => values.sort((a, b) => a - b)[4]!
  // Without the hash for nobody an unknown address would be answered in a few milliseconds, a known one in a hundred.
  expect(middle(times.unknown)).toBeGreaterThan(middle(times.known) / 2)
})

test('failed attempts are audited for the person tried, and an address that matched nobody is not written down', async () => {
  const { amira, email } = await stage()
  await signIn(attempt(email, wrongPassword))
  await signIn(attempt('secret-address@example.test', wrongPassword))
  expect(await sql('select act, outcome, detail from app.audit_log where staff_id = $1', [amira.id])).toEqual(
    [{ act: 'signIn', outcome: 'failed', detail: { why: 'password' } }],
  )
  expect(JSON.stringify(await sql('select * from app.audit_log'))).not.toContain('secret-address')
  expect(JSON.stringify(await sql('select * from app.throttle'))).not.toContain('example.test')
})

test('a code is asked for, and spoken of, only after the right password', async () => {
  const { email } = await stage()
  expect(await signIn(attempt(email))).toEqual({ kind: 'code-needed' })
  expect(await signIn(attempt(email, rightPassword, '000000'))).toEqual({ kind: 'code-not-right' })
  expect(await signIn(attempt(email, wrongPassword, '000000'))).toEqual({ kind: 'not-right' })
})

test('a code is taken one step early or late, and no further', async () => {
  const { email, secret } = await stage()
  const now = new Date()
  const at = (seconds: number) => codeAt(secret, new Date(now.getTime() + seconds * 1000))
  const kind = async (code: string) => (await signIn(attempt(email, rightPassword, code), now)).kind
  expect(await kind(at(-60))).toBe('code-not-right')
  expect(await kind(at(60))).toBe('code-not-right')
  expect(await kind(at(-30))).toBe('signed-in')
  expect(await kind(at(30))).toBe('signed-in')
})

test('a code works once, even when two processes are given it at the same moment, and an earlier one is dead after it', async () => {
  const { email, secret } = await stage()
  const now = new Date()
  const code = codeAt(secret, now)
  const both = await Promise.all([1, 2].map(() => signIn(attempt(email, rightPassword, code), now)))
  expect(both.map((a) => a.kind).sort()).toEqual(['code-not-right', 'signed-in'])
  const earlier = codeAt(secret, new Date(now.getTime() - 30_000))
  expect(await signIn(attempt(email, rightPassword, earlier), now)).toEqual({ kind: 'code-not-right' })
})

test('a recovery code takes the place of the six digits once, however it is typed', async () => {
  const [code, other] = newRecoveryCodes() as [string, string]
  const { email } = await stage({ secondStep: true, recoveryCodes: [code, other] })
  const typed = code.toUpperCase().replaceAll('-', ' ')
  expect((await signIn(attempt(email, rightPassword, typed))).kind).toBe('signed-in')
  expect(await signIn(attempt(email, rightPassword, code))).toEqual({ kind: 'code-not-right' })
  expect((await signIn(attempt(email, rightPassword, other))).kind).toBe('signed-in')
})

test('a password given in person opens nothing but the page where one’s own is chosen', async () => {
  const { email } = await stage({ mustChange: true })
  const answer = await signIn(attempt(email))
  if (answer.kind !== 'signed-in') throw new Error(answer.kind)
  expect(answer.stage).toBe('password')
  expect(await account(answer.token, undefined)).toEqual({ ok: false, failure: { kind: 'signed-out' } })
  expect(await signingIn(answer.token)).toMatchObject({ stage: 'password' })
})

test('outside the demonstration nobody gets in without a second step', async () => {
  const { email, p } = await stage({})
  const first = await signIn(attempt(email))
  expect(first).toMatchObject({ kind: 'signed-in', stage: 'second-step' })
  if (first.kind === 'signed-in')
    expect(await account(first.token, undefined)).toEqual({ ok: false, failure: { kind: 'signed-out' } })
  await sql('update partnerships set second_step = false where id = $1', [p.id])
  expect(await signIn(attempt(email))).toMatchObject({ kind: 'signed-in', stage: 'full' })
})

test.each([
  ['suspended', "update staff set status = 'suspended' where id = $1"],
  ['left', "update staff set status = 'left' where id = $1"],
  ['without a role today', "update memberships set to_day = '2021-01-01' where staff_id = $1"],
])('someone %s is answered like a stranger', async (_, change) => {
  const { amira, email, secret } = await stage()
  await sql(change, [amira.id])
  const now = new Date()
  expect(await signIn(attempt(email, rightPassword, codeAt(secret, now)), now)).toEqual({ kind: 'not-right' })
})

test('the application’s role cannot read or write passwords, codes or sessions by itself', async () => {
  const { amira } = await stage()
  const pool = asRole('app')
  const refused = (text: string) => expect(pool.query(text)).rejects.toMatchObject({ code: '42501' })
  await refused('select * from app.credentials')
  await refused('select * from app.recovery_codes')
  await refused('update app.credentials set must_change = false')
  await refused('insert into app.recovery_codes default values')
  await refused("update app.sessions set role = 'administrator'")
  await refused('select token_hash from app.sessions')
  await refused(`select app.open_session(null, '${amira.id}', '', gen_random_uuid(), 'full', '')`)
  await refused(`select app.create_partnership(null, '', null, '', '', null, '', '', '')`)
  // Without the hash that was verified, knowing who someone is starts nothing.
  const started = await pool.query(
    'select app.start_session($1, $2, $3, gen_random_uuid(), 99999999, null) as stage',
    [amira.id, 'anything', Buffer.alloc(32)],
  )
  expect(started.rows).toEqual([{ stage: null }])
  await pool.end()
})
