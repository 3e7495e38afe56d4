import 'server-only'
import { cookies } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { env } from '@/db/env'

/** Host-only and Secure whenever the address is https (design ruling 16). */
export const secure = () => env().AUTH_URL?.startsWith('https:') ?? false
export const sessionCookie = () => (secure() ? '__Host-footpath' : 'footpath')

/** Seals that were opened lately: opening one costs as much as the rest of an empty request. */
const lately = new Map<string, { token: string; until: number }>()
const keptFor = 60_000
const mostKept = 5_000

/**
 * The opaque session token out of next-auth's encrypted cookie; it says nothing about who this is. Only the database
 * resolves it, in the transaction of the act or read.
 */
export const sessionToken = async (): Promise<string | undefined> => {
  const name = sessionCookie()
  const value = (await cookies()).get(name)?.value
  if (!value) return undefined
  const known = lately.get(value)
  if (known && known.until > Date.now()) return known.token
  const secret = env().AUTH_SECRET ?? ''
  // A cookie that was sealed with another secret, or cut short, is no session.
  const opened = await decode({ token: value, secret, salt: name }).catch(() => null)
  if (typeof opened?.token !== 'string') return undefined
  if (lately.size >= mostKept) lately.clear()
  lately.set(value, { token: opened.token, until: Math.min(Date.now() + keptFor, (opened.exp ?? 0) * 1000) })
  return opened.token
}

/** A session ends twelve hours after signing in, whatever happens; the database says so too. In seconds. */
export const longestSession = 12 * 60 * 60

export const cookieOptions = () => ({ httpOnly: true, sameSite: 'lax', path: '/', secure: secure() }) as const

/** The session goes on under a new token (another role, the next stage of signing in). */
export const replaceSessionToken = async (token: string): Promise<void> => {
  const name = sessionCookie()
  const value = await encode({
    token: { token },
    secret: env().AUTH_SECRET ?? '',
    salt: name,
    maxAge: longestSession,
  })
  ;(await cookies()).set(name, value, { ...cookieOptions(), maxAge: longestSession })
}

export const forgetSessionToken = async (): Promise<void> => {
  ;(await cookies()).set(sessionCookie(), '', { ...cookieOptions(), maxAge: 0 })
}
