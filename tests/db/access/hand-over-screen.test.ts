import { expect, test } from 'vitest'
import { changePassword } from '@/db/access/change-password'
import { chooseFirstPassword } from '@/db/access/choose-first-password'
import { handOverScreen } from '@/db/access/hand-over-screen'
import { passBack, passingBack } from '@/db/access/pass-back'
import { account } from '@/db/access/reads'
import { newToken } from '@/db/access/session-token'
import { signIn } from '@/db/access/sign-in'
import { signingIn } from '@/db/access/signing-in'
import { inRoom } from '@/db/goals/in-room'
import { rateInRoom } from '@/db/goals/rate-in-room'
import { recordRatings } from '@/db/goals/record-ratings'
import { overview } from '@/db/people/overview'
import { codeAt } from '@/lib/access/totp'
import { newId } from '@/lib/id'
import { Partnership, type Worker } from '../../build/partnership'
import { StagedRecord } from '../../build/record'
import { canSignIn, rightPassword, wrongPassword } from '../../build/sign-in'
import { sql } from '../../build/sql'

const stage = async (options: { way?: 'password' | 'code too' | 'none' } = {}) => {
  const p = await Partnership.make()
  const team = await p.team()
  const amira = await p.worker('clinician', team)
  const way = options.way ?? 'password'
  const { secret } =
    way === 'none' ? { secret: '' } : await canSignIn(amira, { secondStep: way === 'code too' })
  const record = await StagedRecord.make(p, team, amira, { word: 'Kestrel' })
  const goalId = await record.goal([2])
  return { p, team, amira, record, goalId, secret, personId: record.personId }
}

const handedOver = async (by: Worker, personId: string): Promise<string> => {
  const nextToken = newToken()
  const result = await handOverScreen(by.token, { personId, nextToken }, newId())
  if (!result.ok) throw new Error(JSON.stringify(result))
  return nextToken
}

test('a handed-over screen shows the open goals in their words, and no earlier rating', async () => {
  const { amira, personId } = await stage()
  const room = await handedOver(amira, personId)
  expect(await signingIn(room)).toMatchObject({ stage: 'in-room' })
  const shown = await inRoom(room, undefined)
  if (!shown.ok) throw new Error(JSON.stringify(shown))
  expect(shown.value).toMatchObject({ knownAs: 'Kestrel', goals: [{ words: 'Sleep, Kestrel' }] })
  expect(JSON.stringify(shown.value)).not.toMatch(/rating|value|nhs/i)
})

test('what the young person says there is their own rating, by the worker’s account', async () => {
  const { amira, personId, goalId } = await stage()
  const room = await handedOver(amira, personId)
  expect(await rateInRoom(room, { [`goal-${goalId}`]: '7' }, newId())).toMatchObject({
    ok: true,
    value: { ratings: 1 },
  })
  expect(
    await sql(
      'select rater, value, by_staff_id from ratings where goal_id = $1 order by made_at desc limit 1',
      [goalId],
    ),
  ).toEqual([{ rater: 'young-person', value: 7, by_staff_id: amira.id }])
  expect(
    await sql("select role, outcome from app.audit_log where act = 'rateInRoom' and staff_id = $1", [
      amira.id,
    ]),
  ).toEqual([{ role: 'in-room', outcome: 'done' }])
})

test('nothing else opens: not the record, not the account, not the worker’s own way to rate, in this tab or any other', async () => {
  const { amira, personId, goalId } = await stage()
  const room = await handedOver(amira, personId)
  const answers = [
    await overview(room, { personId }),
    await account(room, undefined),
    await recordRatings(room, { personId, rater: 'clinician', [`goal-${goalId}`]: '7' }, newId()),
    await handOverScreen(room, { personId, nextToken: newToken() }, newId()),
    await changePassword(
      room,
      {
        currentPassword: rightPassword,
        newPassword: 'thistle harbour drum',
        repeatPassword: 'thistle harbour drum',
      },
      newId(),
    ),
  ]
  for (const answer of answers) expect(answer).toMatchObject({ ok: false, failure: { kind: 'refused' } })
  // Where doors take a session that is half-way in, this one is none of theirs.
  expect(
    await chooseFirstPassword(room, {
      newPassword: 'thistle harbour drum',
      repeatPassword: 'thistle harbour drum',
    }),
  ).toEqual({ ok: false, failure: { kind: 'signed-out' } })
  expect(await sql("select app.set_own_password('$argon2id$x', null) as done")).toEqual([{ done: null }])
})

test('the token from before the hand-over is worth nothing, and neither is a copy of the one that passes back', async () => {
  const { amira, personId } = await stage()
  const room = await handedOver(amira, personId)
  expect(await overview(amira.token, { personId })).toMatchObject({
    ok: false,
    failure: { kind: 'signed-out' },
  })
  const back = await passBack(room, { password: rightPassword })
  if (!back.ok) throw new Error(JSON.stringify(back))
  expect(back.value.personId).toBe(personId)
  expect((await overview(back.value.token, { personId })).ok).toBe(true)
  expect(await inRoom(room, undefined)).toMatchObject({ ok: false, failure: { kind: 'signed-out' } })
  expect((await passBack(room, { password: rightPassword })).ok).toBe(false)
  expect(await rateInRoom(back.value.token, {}, newId())).toMatchObject({
    ok: false,
    failure: { kind: 'refused' },
  })
})

test('the password or a code passes back; a code works once', async () => {
  const now = new Date()
  const { amira, personId, secret } = await stage({ way: 'code too' })
  const room = await handedOver(amira, personId)
  expect(await passingBack(room)).toBe('either')
  const back = await passBack(room, { password: codeAt(secret, now) }, now)
  if (!back.ok) throw new Error(JSON.stringify(back))
  const again = await handedOver({ ...amira, token: back.value.token }, personId)
  expect((await passBack(again, { password: codeAt(secret, now) }, now)).ok).toBe(false)
  expect((await passBack(again, { password: rightPassword }, now)).ok).toBe(true)
})

test('wrong guesses are counted, and do not lock the worker out of signing in elsewhere', async () => {
  const { amira, personId } = await stage()
  const room = await handedOver(amira, personId)
  for (let i = 0; i < 8; i++)
    expect(await passBack(room, { password: wrongPassword })).toMatchObject({ failure: { kind: 'invalid' } })
  expect(await passBack(room, { password: rightPassword })).toMatchObject({
    ok: false,
    failure: { kind: 'refused' },
  })
  const elsewhere = await signIn({ email: `${amira.id}@example.test`, password: rightPassword, code: '' })
  expect(elsewhere.kind).toBe('signed-in')
  expect(
    await sql(
      "select distinct outcome from app.audit_log where act = 'passBack' and staff_id = $1 order by 1",
      [amira.id],
    ),
  ).toEqual([{ outcome: 'failed' }, { outcome: 'throttled' }])
})

test('a worker who has neither password nor code signs in again; only in the demonstration one press passes back', async () => {
  const { p, amira, personId } = await stage({ way: 'none' })
  const room = await handedOver(amira, personId)
  expect(await passingBack(room)).toBe('again')
  expect((await passBack(room, { password: '' })).ok).toBe(false)
  await sql('update partnerships set demonstration = true where id = $1', [p.id])
  expect(await passingBack(room)).toBe('press')
  expect((await passBack(room, { password: '' })).ok).toBe(true)
})

test('in the demonstration too, a worker with a password is asked for it', async () => {
  const { p, amira, personId } = await stage()
  await sql('update partnerships set demonstration = true where id = $1', [p.id])
  const room = await handedOver(amira, personId)
  expect(await passingBack(room)).toBe('password')
  expect((await passBack(room, { password: '' })).ok).toBe(false)
})

test('the screen is not handed over for somebody out of reach, nor when there is no open episode', async () => {
  const { p, team, amira, personId } = await stage()
  const neighbour = await p.worker('clinician', await p.team({ name: 'Elsewhere' }))
  expect(await handOverScreen(neighbour.token, { personId, nextToken: newToken() }, newId())).toMatchObject({
    failure: { kind: 'not-found' },
  })
  expect((await signingIn(neighbour.token))?.stage).toBe('full')
  const ended = await StagedRecord.make(p, team, amira, { word: 'Heron', status: 'ended' })
  expect(
    await handOverScreen(amira.token, { personId: ended.personId, nextToken: newToken() }, newId()),
  ).toMatchObject({
    failure: { kind: 'refused' },
  })
})

test('the screen goes to the sign-in page, never back to the record, when nobody used it', async () => {
  const { amira, personId } = await stage()
  const room = await handedOver(amira, personId)
  await sql("update app.sessions set seen_at = now() - interval '2 hours' where staff_id = $1", [amira.id])
  expect(await signingIn(room)).toBeUndefined()
  expect(await inRoom(room, undefined)).toMatchObject({ failure: { kind: 'signed-out' } })
  expect(await passBack(room, { password: rightPassword })).toMatchObject({ failure: { kind: 'signed-out' } })
})

test('a worker whose role ends, or who is suspended, cannot be passed back to', async () => {
  const { amira, personId } = await stage()
  const room = await handedOver(amira, personId)
  await sql('update memberships set to_day = current_date where staff_id = $1', [amira.id])
  expect((await passBack(room, { password: rightPassword })).ok).toBe(false)
})
