import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { signIn } from '@/db/access/sign-in'
import { guess, waitInWords } from '@/db/access/throttle'
import { codeAt } from '@/lib/access/totp'
import { Partnership } from '../../build/partnership'
import { canSignIn, rightPassword, wrongPassword } from '../../build/sign-in'
import { sql } from '../../build/sql'

const someone = async () => {
  const p = await Partnership.make()
  const amira = await p.worker('clinician', await p.team())
  return { amira, ...(await canSignIn(amira, { secondStep: true })) }
}

test('of three hundred guesses from two processes at most twenty are looked at, and the person still gets in from a known device', async () => {
  const { email, secret } = await someone()
  const now = new Date()
  const known = await signIn(
    { email, password: rightPassword, code: codeAt(secret, new Date(now.getTime() - 30_000)) },
    now,
  )
  if (known.kind !== 'signed-in') throw new Error(known.kind)

  const program = fileURLToPath(new URL('./guess-often.ts', import.meta.url))
  const looked = await Promise.all(
    [1, 2].map(
      () =>
        new Promise<number>((resolve, reject) => {
          const child = fork(program, [email, '150'], { execArgv: ['--import', 'tsx'] })
          child.once('message', (answer) => resolve(answer as number))
          child.once('error', reject)
          child.once('exit', (code) => code && reject(new Error(`ended with ${code}`)))
        }),
    ),
  )
  const all = looked.reduce((a, b) => a + b)
  expect(all).toBeGreaterThan(5)
  expect(all).toBeLessThanOrEqual(20)

  const stranger = await signIn({ email, password: rightPassword, code: '' }, now)
  expect(stranger).toMatchObject({ kind: 'throttled' })
  const code = codeAt(secret, now)
  expect(await signIn({ email, password: rightPassword, code, device: known.device }, now)).toMatchObject({
    kind: 'signed-in',
  })
}, 60_000)

test('a device of someone else, or a forged one, is a stranger', async () => {
  const [amira, jo] = [await someone(), await someone()]
  const now = new Date()
  const known = await signIn({ email: jo.email, password: rightPassword, code: codeAt(jo.secret, now) }, now)
  if (known.kind !== 'signed-in') throw new Error(known.kind)
  for (let i = 0; i < 10; i++) await guess({ email: amira.email })
  for (const device of [known.device, 'made.up', `${known.device}x`])
    expect(
      await signIn({ email: amira.email, password: wrongPassword, code: '', device }, now),
    ).toMatchObject({ kind: 'throttled' })
})

test('someone locked out is told for how long, and it is written down', async () => {
  const { email } = await someone()
  for (let i = 0; i < 10; i++) await guess({ email })
  const answer = await signIn({ email, password: rightPassword, code: '' })
  if (answer.kind !== 'throttled') throw new Error(answer.kind)
  expect(answer.seconds).toBeGreaterThan(14 * 60)
  expect(answer.seconds).toBeLessThanOrEqual(15 * 60)
  expect(waitInWords(answer.seconds)).toBe('15 minutes')
  expect(waitInWords(5)).toBe('1 minute')
  expect(
    await sql("select count(*)::int as n from app.audit_log where act = 'signIn' and outcome = 'throttled'"),
  ).not.toEqual([{ n: 0 }])
})

test('right sign-ins do not count, and do not wipe out the wrong ones', async () => {
  const { email, secret } = await someone()
  for (let i = 0; i < 9; i++) await guess({ email })
  const now = new Date()
  expect(await signIn({ email, password: rightPassword, code: codeAt(secret, now) }, now)).toMatchObject({
    kind: 'signed-in',
  })
  expect((await guess({ email })).wait).toBeUndefined()
  expect((await guess({ email })).wait).toBeGreaterThan(0)
})

test('one network address cannot try many accounts without end', async () => {
  const address = '203.0.113.9'
  for (let i = 0; i < 200; i++) await guess({ email: `a${i}@example.test`, address })
  expect((await guess({ email: 'another@example.test', address })).wait).toBeGreaterThan(0)
  expect((await guess({ email: 'another@example.test', address: '203.0.113.10' })).wait).toBeUndefined()
})
