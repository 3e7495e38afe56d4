'use server'

import { redirect } from 'next/navigation'
import { posted } from '@/app/_act/posted'
import { replaceSessionToken, sessionToken } from '@/app/_act/token'
import { type FormAction, failed } from '@/app/_ui/form-state'
import { nextPage } from '@/app/sign-in/next-page'
import { chooseFirstPassword as choose } from '@/db/access/choose-first-password'

/** In place of the password that was handed over in person. The session goes on under a new token. */
export const chooseFirstPassword: FormAction = posted(async (state, data) => {
  const result = await choose(await sessionToken(), {
    newPassword: String(data.get('newPassword') ?? '').slice(0, 1000),
    repeatPassword: String(data.get('repeatPassword') ?? '').slice(0, 1000),
  })
  if (!result.ok) return { ...failed(state, data, result.failure), secret: true } as typeof state
  await replaceSessionToken(result.value.token)
  return redirect((await nextPage(result.value.token)) ?? '/')
})
