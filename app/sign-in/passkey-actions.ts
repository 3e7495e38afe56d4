'use server'

import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { sameBrowser, thisBrowser } from '@/app/_act/browser'
import { clientAddress } from '@/app/_act/client-address'
import { posted } from '@/app/_act/posted'
import { replaceSessionToken, sessionToken } from '@/app/_act/token'
import { attemptAfter, type FormAction } from '@/app/_ui/form-state'
import { askToSign } from '@/db/access/passkey'
import { signInWithPasskey as signIn } from '@/db/access/sign-in-with-passkey'
import { waitInWords } from '@/db/access/throttle'
import { nextPage, wantedPage } from './next-page'

/** What this browser's passkey is to sign. */
export const beginPasskeySignIn = async (): Promise<PublicKeyCredentialRequestOptionsJSON> =>
  askToSign(await thisBrowser())

/** What it signed. Nobody learns whether a passkey is known here. */
export const signInWithPasskey: FormAction = posted(async (state, data) => {
  // A screen in somebody else's hands is passed back first.
  const before = await nextPage(await sessionToken())
  if (before === '/in-the-room') return redirect(before)
  const answer = await signIn({
    answer: String(data.get('answer') ?? ''),
    browser: await sameBrowser(),
    address: clientAddress(await headers()),
  })
  if (answer.kind !== 'signed-in')
    return {
      status: 'failed',
      message:
        answer.kind === 'throttled'
          ? `Too many tries. Try again in ${waitInWords(answer.seconds)}.`
          : 'That passkey did not sign you in. Try again, or use your name and password.',
      fields: {},
      values: {},
      attempt: attemptAfter(state),
    }
  await replaceSessionToken(answer.token)
  const to = wantedPage(data.get('to'))
  return redirect(to === '/' ? ((await nextPage(answer.token)) ?? '/') : to)
})
