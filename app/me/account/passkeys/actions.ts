'use server'

import { sameBrowser } from '@/app/_act/browser'
import { fieldsOf, formAction } from '@/app/_act/form-action'
import { posted } from '@/app/_act/posted'
import { sessionToken } from '@/app/_act/token'
import { failed } from '@/app/_ui/form-state'
import { addPasskey as addPasskeyAct } from '@/db/access/add-passkey'
import { beginPasskey as beginPasskeyAct } from '@/db/access/begin-passkey'
import { removePasskey as removePasskeyAct } from '@/db/access/remove-passkey'
import type { PasskeyState } from './state'

const to = () => '/me/account/passkeys'

/** Shows that it is them, by password or by a passkey that is there already; then the device can be asked. */
export const beginPasskey = posted<PasskeyState>(async (state, data) => {
  const { idempotencyKey, ...fields } = fieldsOf(data)
  const result = await beginPasskeyAct(
    await sessionToken(),
    { ...fields, browser: await sameBrowser() } as never,
    String(idempotencyKey ?? ''),
  )
  if (!result.ok) return failed(state.status === 'ask' ? { status: 'new' } : state, data, result.failure)
  return { status: 'ask', options: result.value.options }
})

export const addPasskey = formAction(addPasskeyAct, { to })

export const removePasskey = formAction(removePasskeyAct, { to })
