'use server'

import { redirect } from 'next/navigation'
import { posted } from '@/app/_act/posted'
import { replaceSessionToken, sessionToken } from '@/app/_act/token'
import { type FormAction, failed } from '@/app/_ui/form-state'
import { confirmSecondStep as confirm } from '@/db/access/confirm-second-step'

/** A first code shows that the app holds the secret. The session goes on, all the way in, under a new token. */
export const confirmSecondStep: FormAction = posted(async (state, data) => {
  const result = await confirm(await sessionToken(), { code: String(data.get('code') ?? '').slice(0, 100) })
  if (!result.ok) return { ...failed(state, data, result.failure), secret: true } as typeof state
  await replaceSessionToken(result.value.token)
  return redirect('/account/recovery-codes')
})
