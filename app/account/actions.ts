'use server'

import { redirect } from 'next/navigation'
import { fieldsOf, formAction } from '@/app/_act/form-action'
import { posted } from '@/app/_act/posted'
import { replaceSessionToken, sessionToken } from '@/app/_act/token'
import { type FormAction, type FormState, failed } from '@/app/_ui/form-state'
import { homeOf } from '@/app/_ui/navigation'
import { changePassword as changePasswordAct } from '@/db/access/change-password'
import { endSession as endSessionAct } from '@/db/access/end-session'
import { renewRecoveryCodes as renewRecoveryCodesAct } from '@/db/access/renew-recovery-codes'
import { newToken } from '@/db/access/session-token'
import { switchRole as switchRoleAct } from '@/db/access/switch-role'
import { newRecoveryCodes } from '@/lib/access/recovery-codes'
import { ownPagesRoles, type Role } from '@/lib/access/roles'
import type { RecoveryCodesState } from './recovery-codes/state'

/** Both pages of one's own account have these forms. */
const to = ({ role }: { role: Role }) =>
  (ownPagesRoles as readonly Role[]).includes(role) ? '/me/account' : '/account'

export const changePassword: FormAction = async (state, data) =>
  again(await formAction(changePasswordAct, { to })(state, data))

export const endSession = formAction(endSessionAct, { to })

/** The session goes on in the other role, under a new token. */
export const switchRole: FormAction = posted(async (state, data) => {
  const { idempotencyKey, ...fields } = fieldsOf(data)
  const nextToken = newToken()
  const result = await switchRoleAct(
    await sessionToken(),
    { ...fields, nextToken } as never,
    String(idempotencyKey ?? ''),
  )
  if (!result.ok) return failed(state, data, result.failure)
  await replaceSessionToken(nextToken)
  return redirect(homeOf(result.value.role))
})

/** The codes are made here and shown in the answer, once: neither the database nor the audit ever holds them. */
export const renewRecoveryCodes = posted<RecoveryCodesState>(async (state, data) => {
  const { idempotencyKey, ...fields } = fieldsOf(data)
  const codes = newRecoveryCodes()
  const result = await renewRecoveryCodesAct(
    await sessionToken(),
    { ...fields, codes } as never,
    String(idempotencyKey ?? ''),
  )
  if (!result.ok)
    return again(failed(state.status === 'shown' ? { status: 'new' } : state, data, result.failure))
  return { status: 'shown', codes }
})

const again = (state: FormState): FormState =>
  state.status === 'failed' ? { ...state, secret: true } : state
