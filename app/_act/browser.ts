import 'server-only'
import { cookies } from 'next/headers'
import { newToken, tokenForm } from '@/db/access/session-token'
import { cookieOptions, secure } from './token'

const name = () => (secure() ? '__Host-browser' : 'browser')

/** A number for this browser, kept for ten minutes: what it asks to be signed is worth nothing in another one. */
export const thisBrowser = async (): Promise<string> => {
  const kept = (await cookies()).get(name())?.value
  const number = kept && tokenForm.test(kept) ? kept : newToken()
  ;(await cookies()).set(name(), number, { ...cookieOptions(), maxAge: 600 })
  return number
}

/** The number it was given before; '' when there is none. */
export const sameBrowser = async (): Promise<string> => {
  const kept = (await cookies()).get(name())?.value
  return kept && tokenForm.test(kept) ? kept : ''
}
