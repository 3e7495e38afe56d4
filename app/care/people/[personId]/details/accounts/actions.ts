'use server'

import { toString as qrPicture } from 'qrcode'
import { fieldsOf, formAction } from '@/app/_act/form-action'
import { posted } from '@/app/_act/posted'
import { sessionToken } from '@/app/_act/token'
import { failed } from '@/app/_ui/form-state'
import { endAccount as endAccountAct } from '@/db/access/end-account'
import { inviteParent as inviteParentAct } from '@/db/access/invite-parent'
import { inviteYoungPerson as inviteYoungPersonAct } from '@/db/access/invite-young-person'
import { newToken } from '@/db/access/session-token'
import { env } from '@/db/env'
import { codeInGroups, newInvitationCode } from '@/lib/access/invitation'
import type { InvitationState } from './invitation/state'

export const endAccount = formAction(endAccountAct, {
  to: ({ personId }) => `/care/people/${personId}/details/accounts`,
})

/** Link and code are made here and shown in the answer, once: the database holds hashes of them. */
async function invite(
  act: typeof inviteParentAct | typeof inviteYoungPersonAct,
  state: InvitationState,
  data: FormData,
): Promise<InvitationState> {
  const { idempotencyKey, ...fields } = fieldsOf(data)
  const [token, code] = [newToken(), newInvitationCode()]
  const result = await act(
    await sessionToken(),
    { ...fields, token, code } as never,
    String(idempotencyKey ?? ''),
  )
  if (!result.ok) return failed(state.status === 'shown' ? { status: 'new' } : state, data, result.failure)
  const link = `${env().AUTH_URL ?? ''}/me/welcome/${token}`
  const picture = await qrPicture(link, { type: 'svg', margin: 2 })
  return { status: 'shown', link, code: codeInGroups(code), picture: Buffer.from(picture).toString('base64') }
}

export const inviteYoungPerson = posted<InvitationState>((state, data) =>
  invite(inviteYoungPersonAct, state, data),
)

export const inviteParent = posted<InvitationState>((state, data) => invite(inviteParentAct, state, data))
