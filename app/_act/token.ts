import 'server-only'
import { cookies, headers } from 'next/headers'
import { getToken } from 'next-auth/jwt'
import { env } from '@/db/env'

/** Host-only and Secure whenever the address is https (design ruling 16). */
const secure = () => env().AUTH_URL?.startsWith('https:') ?? false
export const sessionCookie = () => (secure() ? '__Host-footpath' : 'footpath')

/**
 * The opaque session token out of next-auth's encrypted cookie; it says nothing about who this is. Only the database
 * resolves it, in the transaction of the act or read.
 */
export const sessionToken = async (): Promise<string | undefined> => {
  const name = sessionCookie()
  if (!(await cookies()).has(name)) return undefined
  const opened = await getToken({
    req: { headers: await headers() },
    secret: env().AUTH_SECRET,
    cookieName: name,
    salt: name,
    secureCookie: secure(),
  })
  return typeof opened?.token === 'string' ? opened.token : undefined
}
