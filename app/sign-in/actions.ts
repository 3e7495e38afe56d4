'use server'

import { redirect, unstable_rethrow } from 'next/navigation'
import { NotSignedIn, signIn as start } from '@/app/_act/auth'
import { formOf, posted } from '@/app/_act/posted'
import { replaceSessionToken, sessionToken } from '@/app/_act/token'
import { attemptAfter, done, type FormAction, type FormState, typed } from '@/app/_ui/form-state'
import { TooBusy } from '@/db/access/hash'
import { newToken } from '@/db/access/session-token'
import { signInAddress } from '@/db/access/sign-in-address'
import { signingIn } from '@/db/access/signing-in'
import { switchRole } from '@/db/access/switch-role'
import { waitInWords } from '@/db/access/throttle'
import { failureOf } from '@/db/door'
import type { Role } from '@/lib/access/roles'
import { newId } from '@/lib/id'
import { nextPage, wantedPage } from './next-page'

const busy = 'We could not sign you in just now. Wait a minute, then try again.'

/** E-mail address, password and code. The answer never says which of the first two was wrong. */
export const signIn: FormAction = posted(async (state, data) => {
  const email = String(data.get('email') ?? '').trim()
  const password = String(data.get('password') ?? '')
  const no = (message: string | undefined, fields: Record<string, string> = {}): FormState => ({
    status: 'failed',
    message,
    fields,
    values: typed(data),
    attempt: attemptAfter(state),
    secret: true,
  })
  if (!email || !password)
    return no(undefined, {
      ...(!email && { email: 'Enter your e-mail address or sign-in name.' }),
      ...(!password && { password: 'Enter your password.' }),
    })
  try {
    const code = String(data.get('code') ?? '')
    await start('password', { email, password, code, redirect: false, redirectTo: '/' })
  } catch (error) {
    unstable_rethrow(error)
    if (error instanceof NotSignedIn) return refusal(error, no)
    return fault(error, no)
  }
  return onwards(data)
})

/**
 * Somebody's session ended under a page of theirs: the same person, and nobody else, signs in again without leaving it. Whose
 * page it is the page says; the password and the code say whether that is true.
 */
export const signInAgain: FormAction = posted(async (state, data) => {
  const password = String(data.get('password') ?? '')
  const no = (message: string | undefined, fields: Record<string, string> = {}): FormState => ({
    status: 'failed',
    message,
    fields,
    values: {},
    attempt: attemptAfter(state),
    secret: true,
  })
  if (!password) return no(undefined, { password: 'Enter your password.' })
  try {
    const email = (await signInAddress(String(data.get('who') ?? ''))) ?? 'nobody'
    const code = String(data.get('code') ?? '')
    await start('password', { email, password, code, redirect: false, redirectTo: '/' })
  } catch (error) {
    unstable_rethrow(error)
    if (error instanceof NotSignedIn) return refusal(error, no)
    return fault(error, no)
  }
  const went = await backInRole(String(data.get('role') ?? ''))
  return went ? done('You are signed in.') : no('Something is left to do first. Sign in in another tab.')
})

/** A new session begins in the first role held; the page may have been drawn for another one of theirs. */
const backInRole = async (role: string): Promise<boolean> => {
  const token = await sessionToken()
  const mine = await signingIn(token)
  if (mine?.stage !== 'full') return false
  if (mine.role === role) return true
  const nextToken = newToken()
  const switched = await switchRole(token, { role: role as Role, nextToken } as never, newId())
  if (switched.ok) await replaceSessionToken(nextToken)
  return true
}

/** The page that was wanted, or one that has to be passed first. */
const onwards = async (data: FormData): Promise<never> => {
  const next = await nextPage(await sessionToken())
  const to = wantedPage(data.get('to'))
  return redirect(to === '/' || next?.startsWith('/account/') ? (next ?? '/') : to)
}

const refusal = (
  error: NotSignedIn,
  no: (message?: string, fields?: Record<string, string>) => FormState,
) => {
  switch (error.answer) {
    case 'throttled':
      return no(
        `Too many tries. Try again in ${waitInWords(error.seconds)}. If you have lost your password or phone, your administrator can help you in person.`,
      )
    case 'code-needed':
      return no(undefined, {
        code: 'Enter the 6-digit code from your authenticator app, or a recovery code. Type your password again too.',
      })
    case 'code-not-right':
      return no(undefined, {
        code: 'The code is not right or was used before. Wait for the next one. Type your password again too.',
      })
    default:
      return no('The e-mail or sign-in name, or the password, is not right.')
  }
}

/** A database that is away is met with a sentence; anything else goes to the log and the error page. */
const fault = (error: unknown, no: (message?: string) => FormState): FormState => {
  for (let e = error; e instanceof Error; e = causeOf(e)) {
    if (e instanceof TooBusy) return no(busy)
    const below = causeOf(e)
    if (!below && failureOf(e).kind === 'unavailable') return no(busy)
  }
  throw error
}

/** next-auth keeps what went wrong as `cause.err`. */
const causeOf = (error: Error): unknown =>
  (error.cause as { err?: unknown } | undefined)?.err ??
  (error.cause instanceof Error ? error.cause : undefined)

/** One press as an invented person; the database refuses outside a demonstration. */
export const signInToDemonstration = async (sent: FormData): Promise<void> => {
  const data = formOf(sent)
  try {
    await start('demonstration', {
      staffId: String(data.get('staffId') ?? ''),
      redirect: false,
      redirectTo: '/',
    })
  } catch (error) {
    unstable_rethrow(error)
    if (error instanceof NotSignedIn) return redirect('/sign-in?problem=not-known')
    throw error
  }
  return onwards(data)
}

/** Off to the organisation's own provider. */
export const signInElsewhere = async (data: FormData): Promise<void> => {
  await start('elsewhere', { redirectTo: wantedPage(formOf(data).get('to')) })
}
