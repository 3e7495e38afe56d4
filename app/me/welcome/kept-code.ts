import 'server-only'
import { cookies } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { cookieOptions, secure } from '@/app/_act/token'
import { env } from '@/db/env'

/** Between the page that asks for the code and the one after it: in the browser that showed the right code, for half an hour. */
const kept = 30 * 60
const name = () => (secure() ? '__Secure-welcome' : 'welcome')
const options = () => ({ ...cookieOptions(), path: '/me/welcome' })

export const keepCode = async (token: string, code: string): Promise<void> => {
  const sealed = await encode({
    token: { token, code },
    secret: env().AUTH_SECRET ?? '',
    salt: name(),
    maxAge: kept,
  })
  ;(await cookies()).set(name(), sealed, { ...options(), maxAge: kept })
}

/** The code, when it was shown for this very link. */
export const keptCode = async (token: string): Promise<string | undefined> => {
  const value = (await cookies()).get(name())?.value
  if (!value) return undefined
  const opened = await decode({ token: value, secret: env().AUTH_SECRET ?? '', salt: name() }).catch(
    () => null,
  )
  return opened?.token === token && typeof opened.code === 'string' ? opened.code : undefined
}

export const forgetCode = async (): Promise<void> => {
  ;(await cookies()).set(name(), '', { ...options(), maxAge: 0 })
}
