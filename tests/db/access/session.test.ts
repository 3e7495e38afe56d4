import { expect, test } from 'vitest'
import { beginSecondStep } from '@/db/access/begin-second-step'
import { changePassword } from '@/db/access/change-password'
import { chooseFirstPassword } from '@/db/access/choose-first-password'
import { confirmSecondStep } from '@/db/access/confirm-second-step'
import { endSession } from '@/db/access/end-session'
import { account } from '@/db/access/reads'
import { renewRecoveryCodes } from '@/db/access/renew-recovery-codes'
import { newToken } from '@/db/access/session-token'
import { signIn } from '@/db/access/sign-in'
import { signOut } from '@/db/access/sign-out'
import { switchRole } from '@/db/access/switch-role'
import { newRecoveryCodes } from '@/lib/access/recovery-codes'
import { codeAt } from '@/lib/access/totp'
import { newId } from '@/lib/id'
import { Partnership, type Worker } from '../../build/partnership'
import { canSignIn, rightPassword, wrongPassword } from '../../build/sign-in'
import { sql } from '../../build/sql'

const ownPassword = 'thistle harbour drum'
const signedOut = { ok: false, failure: { kind: 'signed-out' } }
const opens = async (token: string) => (await account(token, undefined)).ok

const stage = async () => {
  const p = await Partnership.make()
  const team = await p.team()
  return { p, team, amira: await p.worker('clinician', team) }
}

const halfWay = async (amira: Worker, options: Parameters<typeof canSignIn>[1]) => {
  const { email } = await canSignIn(amira, options)
  const answer = await signIn({ email, password: rightPassword, code: '' })
  if (answer.kind !== 'signed-in') throw new Error(answer.kind)
  return { token: answer.token, email }
}

test('the first sign-in goes by an own password and a second step, under a new token each time', async () => {
  const { amira } = await stage()
  const { token, email } = await halfWay(amira, { mustChange: true })
  const given = (newPassword: string, repeatPassword = newPassword) =>
    chooseFirstPassword(token, { newPassword, repeatPassword })
  expect(await given('short')).toMatchObject({
    failure: { fields: { newPassword: expect.stringContaining('12') } },
  })
  expect(await given(ownPassword, 'other')).toMatchObject({
    failure: { fields: { repeatPassword: expect.anything() } },
  })
  expect(await given(rightPassword)).toMatchObject({
    failure: { fields: { newPassword: expect.stringContaining('another') } },
  })
  // The second step cannot be reached past the password.
  expect(await beginSecondStep(token)).toBeUndefined()

  const chosen = await given(ownPassword)
  if (!chosen.ok) throw new Error(chosen.failure.kind)
  expect(chosen.value.stage).toBe('second-step')
  expect(await opens(chosen.value.token)).toBe(false)
  expect(await given(ownPassword)).toEqual(signedOut)

  const second = chosen.value.token
  const begun = await beginSecondStep(second)
  expect(await beginSecondStep(second)).toEqual(begun)
  expect(await confirmSecondStep(second, { code: '12 34' })).toMatchObject({ failure: { kind: 'invalid' } })
  const now = new Date()
  const code = codeAt(begun!.secret, now)
  const confirmed = await confirmSecondStep(second, { code }, now)
  if (!confirmed.ok) throw new Error(confirmed.failure.kind)
  expect(confirmed.value.stage).toBe('full')
  expect(await opens(confirmed.value.token)).toBe(true)
  expect(await opens(second)).toBe(false)
  // The code that confirmed it is used up, and the secret is never shown again.
  expect(await signIn({ email, password: ownPassword, code }, now)).toEqual({ kind: 'code-not-right' })
  expect(await beginSecondStep(confirmed.value.token)).toBeUndefined()
})

test.each([
  ['signed out', (w: Worker) => signOut(w.token)],
  ['revoked', (w: Worker) => sql('update app.sessions set revoked_at = now() where staff_id = $1', [w.id])],
  ['suspended', (w: Worker) => sql("update staff set status = 'suspended' where id = $1", [w.id])],
  ['gone', (w: Worker) => sql("update staff set status = 'left' where id = $1", [w.id])],
  [
    'without that role any more',
    (w: Worker) => sql('update memberships set to_day = current_date where staff_id = $1', [w.id]),
  ],
  [
    'twelve hours in',
    (w: Worker) => sql('update app.sessions set expires_at = now() where staff_id = $1', [w.id]),
  ],
  [
    'idle for longer than the partnership allows',
    (w: Worker) =>
      sql("update app.sessions set seen_at = now() - interval '31 minutes' where staff_id = $1", [w.id]),
  ],
] as const)('someone %s is refused on the very next request', async (_, end) => {
  const { amira } = await stage()
  expect(await opens(amira.token)).toBe(true)
  await end(amira)
  expect(await account(amira.token, undefined)).toEqual(signedOut)
})

test('a session lasts twelve hours from signing in, however busy it is', async () => {
  const { amira } = await stage()
  const { email, secret } = await canSignIn(amira, { secondStep: true })
  const now = new Date()
  await signIn({ email, password: rightPassword, code: codeAt(secret, now) }, now)
  const [session] = await sql(
    'select expires_at - made_at = interval $$12 hours$$ as twelve from app.sessions where staff_id = $1 order by made_at desc limit 1',
    [amira.id],
  )
  expect(session).toEqual({ twelve: true })
})

test('another role held is acted in under a new token; a role not held is refused', async () => {
  const { p, team, amira } = await stage()
  await sql(
    "insert into memberships (partnership_id, id, staff_id, team_id, role, from_day) values ($1, $2, $3, $4, 'team-lead', '2021-01-01')",
    [p.id, newId(), amira.id, team.id],
  )
  const nextToken = newToken()
  for (const role of ['administrator', 'system'] as const)
    expect(await switchRole(amira.token, { role, nextToken }, newId())).toMatchObject({
      failure: { kind: 'invalid' },
    })
  expect(await switchRole(amira.token, { role: 'team-lead', nextToken }, newId())).toEqual({
    ok: true,
    value: { role: 'team-lead' },
  })
  expect(await opens(amira.token)).toBe(false)
  const now = await account(nextToken, undefined)
  expect(now).toMatchObject({ ok: true, value: { actor: { role: 'team-lead' } } })
  expect(
    await sql(
      "select detail from app.audit_log where act = 'switchRole' and outcome = 'done' and staff_id = $1",
      [amira.id],
    ),
  ).toEqual([{ detail: { from: 'clinician', to: 'team-lead' } }])
  expect(
    JSON.stringify(
      await sql('select input, result from app.idempotency_keys where staff_id = $1', [amira.id]),
    ),
  ).not.toContain(nextToken)
})

test('a changed password ends every other session of the person, and needs the one before', async () => {
  const { p, amira } = await stage()
  const { email } = await canSignIn(amira)
  const elsewhere = await p.session(amira.id, 'clinician')
  const change = (currentPassword: string, newPassword: string) =>
    changePassword(amira.token, { currentPassword, newPassword, repeatPassword: newPassword }, newId())
  expect(await change(wrongPassword, ownPassword)).toMatchObject({
    failure: { fields: { currentPassword: expect.anything() } },
  })
  expect(await change(rightPassword, 'AmiraHussain12')).toMatchObject({
    failure: { fields: { newPassword: expect.stringContaining('guess') } },
  })
  expect(await opens(elsewhere)).toBe(true)
  expect(await change(rightPassword, ownPassword)).toMatchObject({ ok: true })
  expect([await opens(amira.token), await opens(elsewhere)]).toEqual([true, false])
  expect((await signIn({ email, password: rightPassword, code: '' })).kind).toBe('not-right')
  expect((await signIn({ email, password: ownPassword, code: '' })).kind).toBe('signed-in')
  const kept = JSON.stringify(await sql('select * from app.idempotency_keys where staff_id = $1', [amira.id]))
  expect(kept).not.toContain(ownPassword)
})

test('new recovery codes need the password once there are some, and end the earlier ones', async () => {
  const { amira } = await stage()
  const { email } = await canSignIn(amira, { secondStep: true })
  const [first, second] = [newRecoveryCodes(), newRecoveryCodes()]
  expect(await renewRecoveryCodes(amira.token, { codes: first }, newId())).toMatchObject({ ok: true })
  expect(await renewRecoveryCodes(amira.token, { codes: second }, newId())).toMatchObject({
    failure: { fields: { currentPassword: expect.anything() } },
  })
  const renewed = await renewRecoveryCodes(
    amira.token,
    { codes: second, currentPassword: rightPassword },
    newId(),
  )
  expect(renewed).toMatchObject({ ok: true })
  const with_ = (code: string) => signIn({ email, password: rightPassword, code })
  expect((await with_(first[0]!)).kind).toBe('code-not-right')
  expect((await with_(second[0]!)).kind).toBe('signed-in')
  expect(await account(amira.token, undefined)).toMatchObject({
    value: { recoveryCodes: 10, recoveryCodesLeft: 9 },
  })
  expect(JSON.stringify(await sql('select * from app.idempotency_keys'))).not.toContain(second[1])
})

test('one may end an own session elsewhere, not the one in use and nobody else’s', async () => {
  const { p, team, amira } = await stage()
  const other = await p.session(amira.id, 'clinician')
  const jo = await p.worker('clinician', team, { name: 'Jo Pereira' })
  const sessionOf = async (token: string) => {
    const seen = await account(token, undefined)
    return seen.ok ? seen.value.actor.sessionId : ''
  }
  const end = async (token: string) => endSession(amira.token, { sessionId: await sessionOf(token) }, newId())
  expect(await end(amira.token)).toMatchObject({ failure: { kind: 'refused' } })
  expect(await end(jo.token)).toMatchObject({ failure: { kind: 'not-found' } })
  expect(await end(other)).toMatchObject({ ok: true })
  expect([await opens(amira.token), await opens(jo.token), await opens(other)]).toEqual([true, true, false])
})
