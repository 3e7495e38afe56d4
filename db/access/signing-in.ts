import type { PoolClient } from 'pg'
import type { Role } from '@/lib/access/roles'
import { outside } from './outside'
import type { Stage } from './sign-in'

/** How someone signs in, as the database knows it from their own session. */
export type MySignIn = {
  staffId: string
  sessionId: string
  name: string
  email: string
  signInName: string
  /** What they type into the first box to sign in: guesses are counted under it. */
  signsInAs: string
  role: Role
  stage: Stage
  /** Whose rating page, while the screen is handed over. */
  inRoomWith: string | null
  demonstration: boolean
  passwordHash: string | null
  totpSecret: string | null
  secondStep: boolean
  secondStepWanted: boolean
  recoveryCodes: number
  recoveryCodesLeft: number
  passkeys: number
}

/** Inside a transaction that speaks as somebody; also for a session that opens nothing else yet. */
export const mySignIn = async (client: PoolClient): Promise<MySignIn | undefined> => {
  const { rows } = await client.query('select * from app.my_sign_in()')
  const row = rows[0]
  if (!row) return undefined
  return {
    staffId: row.staff_id,
    sessionId: row.session_id,
    name: row.name,
    email: row.email ?? '',
    signInName: row.sign_in_name ?? '',
    signsInAs: row.email ?? row.sign_in_name ?? row.staff_id,
    role: row.role,
    inRoomWith: row.in_room_with,
    stage: row.stage,
    demonstration: row.demonstration,
    passwordHash: row.password_hash,
    totpSecret: row.totp_secret,
    secondStep: row.second_step,
    secondStepWanted: row.second_step_wanted,
    recoveryCodes: row.recovery_codes,
    recoveryCodesLeft: row.recovery_codes_left,
    passkeys: row.passkeys,
  }
}

/** How far a session has come: nothing of anyone's record. Undefined when it is no session (any more). */
export const signingIn = async (
  token: string | undefined,
): Promise<{ stage: Stage; role: Role; name: string; email: string } | undefined> => {
  if (!token) return undefined
  const mine = await outside(token, mySignIn)
  return mine && { stage: mine.stage, role: mine.role, name: mine.name, email: mine.email }
}
