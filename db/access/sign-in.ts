import { createHash } from 'node:crypto'
import { recoveryCodeOf } from '@/lib/access/recovery-codes'
import { digitsOf, stepOf } from '@/lib/access/totp'
import { newId } from '@/lib/id'
import { knownDevice, newDevice } from './device'
import { unmatched, verifyPassword } from './hash'
import { noteOutside, outside } from './outside'
import { hashOfToken, newToken } from './session-token'
import { guess } from './throttle'

type SignInAttempt = {
  /** An e-mail address, or the name chosen by those who have none here. */
  email: string
  password: string
  /** Six digits from the authenticator app or a recovery code; '' when none was typed. */
  code: string
  /** The network address it came from, as far as it is known. */
  address?: string
  /** The cookie of a device this account was used on. */
  device?: string
}

export type SignInAnswer =
  | { kind: 'signed-in'; token: string; stage: Stage; device: string }
  | { kind: 'not-right' | 'code-needed' | 'code-not-right' }
  | { kind: 'throttled'; seconds: number }

/** 'full', or what must still be done first; such a session opens nothing else. 'in-room': the screen is handed over. */
export type Stage = 'full' | 'password' | 'second-step' | 'in-room'

type Facts = { staff_id: string; password_hash: string; totp_secret: string | null }

/**
 * E-mail address or sign-in name, password and, where there is a second step, its code. Nobody learns whether it is known here:
 * the same words, the same questions to the database and the same hash are spent on both.
 */
export async function signIn(attempt: SignInAttempt, now = new Date()): Promise<SignInAnswer> {
  const { email, password, code } = attempt
  const counted = await guess({
    email,
    address: attempt.address,
    device: knownDevice(attempt.device, email),
  })
  if (counted.wait) {
    await noteOutside({ act: 'signIn', outcome: 'throttled' })
    return { kind: 'throttled', seconds: counted.wait }
  }
  const facts = await factsFor(email)
  const right = await verifyPassword(facts?.password_hash ?? unmatched, password)
  if (!facts || !right) {
    await noteOutside({ act: 'signIn', outcome: 'failed', staffId: facts?.staff_id, why: 'password' })
    return { kind: 'not-right' }
  }
  const second = facts.totp_secret ? secondStep(facts.totp_secret, code, now) : {}
  if (second === 'missing') {
    await counted.right()
    return { kind: 'code-needed' }
  }
  const token = newToken()
  const stage = second === 'wrong' ? 'code-used' : await start(facts, token, second)
  if (stage === 'code-used') {
    await noteOutside({ act: 'signIn', outcome: 'failed', staffId: facts.staff_id, why: 'code' })
    return { kind: 'code-not-right' }
  }
  if (stage === null) {
    await noteOutside({ act: 'signIn', outcome: 'failed', staffId: facts.staff_id, why: 'no-role' })
    return { kind: 'not-right' }
  }
  await counted.right()
  return { kind: 'signed-in', token, stage, device: newDevice(email) }
}

const factsFor = (email: string): Promise<Facts | undefined> =>
  outside(undefined, async (client) => {
    const found = await client.query<Facts>('select * from app.sign_in_facts($1)', [
      email.trim().normalize('NFC'),
    ])
    return found.rows[0]
  })

type Second = { step?: number; recovery?: Buffer }

/** What the code is worth before the database says whether it was used: a time step, or the hash of a recovery code. */
const secondStep = (secret: string, typed: string, now: Date): Second | 'missing' | 'wrong' => {
  if (typed.trim() === '') return 'missing'
  const digits = digitsOf(typed)
  const step = digits && stepOf(secret, digits, now)
  if (step) return { step }
  const recovery = recoveryCodeOf(typed)
  return recovery ? { recovery: recoveryHash(recovery) } : 'wrong'
}

export const recoveryHash = (code: string): Buffer =>
  createHash('sha256').update(code.replaceAll('-', '')).digest()

const start = (facts: Facts, token: string, second: Second): Promise<Stage | 'code-used' | null> =>
  outside(undefined, async (client) => {
    const started = await client.query('select app.start_session($1, $2, $3, $4, $5, $6) as stage', [
      facts.staff_id,
      facts.password_hash,
      hashOfToken(token),
      newId(),
      second.step ?? null,
      second.recovery ?? null,
    ])
    return started.rows[0].stage
  })
