'use server'

import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server'
import { redirect } from 'next/navigation'
import { posted } from '@/app/_act/posted'
import { replaceSessionToken } from '@/app/_act/token'
import { type FormAction, failed } from '@/app/_ui/form-state'
import { nextPage } from '@/app/sign-in/next-page'
import { acceptInvitation, gone } from '@/db/access/accept-invitation'
import { welcomed } from '@/db/access/enter-invitation-code'
import { askForPasskey, madePasskey } from '@/db/access/passkey'
import { refused } from '@/lib/errors'
import { forgetCode, keptCode } from '../kept-code'

const bound = (token: string) => `invitation ${token}`

/** What the device is asked to make. Nothing, in a browser that has not shown the code. */
export const beginInvitationPasskey = async (
  token: string,
): Promise<PublicKeyCredentialCreationOptionsJSON | undefined> => {
  const code = await keptCode(String(token))
  const whose = code ? await welcomed(token, code) : undefined
  return whose?.kind === 'right'
    ? askForPasskey({ id: whose.accountId, shownAs: 'My pages' }, bound(token))
    : undefined
}

/** A passkey in place of a name and a password: then straight in. */
export const acceptInvitationWithPasskey: FormAction = posted(async (state, data) => {
  const token = String(data.get('token') ?? '')
  const code = await keptCode(token)
  if (!code) return failed(state, data, refused(gone).failure)
  const passkey = await madePasskey(String(data.get('answer') ?? ''), bound(token), 'My device')
  if (!passkey) return failed(state, data, refused('That did not work. Try again.').failure)
  const result = await acceptInvitation({ token, code }, { passkey })
  if (!result.ok) return failed(state, data, result.failure)
  await replaceSessionToken(result.value.token)
  await forgetCode()
  return redirect((await nextPage(result.value.token)) ?? '/')
})
