import 'server-only'
import { cookies, headers } from 'next/headers'
import NextAuth, { CredentialsSignin, type NextAuthConfig } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { signIn as signInHere } from '@/db/access/sign-in'
import { signInElsewhere } from '@/db/access/sign-in-elsewhere'
import { signInToDemonstration } from '@/db/access/sign-in-to-demonstration'
import { signOut } from '@/db/access/sign-out'
import { env } from '@/db/env'
import { clientAddress } from './client-address'
import { cookieOptions, longestSession, secure, sessionCookie } from './token'

declare module 'next-auth' {
  interface User {
    /** Our session's token, from signing in to the cookie. */
    token?: string
  }
}

/** Why a sign-in did not succeed, for the page that asked. */
export class NotSignedIn extends CredentialsSignin {
  constructor(
    readonly answer: 'not-right' | 'code-needed' | 'code-not-right' | 'throttled',
    readonly seconds = 0,
  ) {
    super()
    this.code = answer
  }
}

// Not "footpath-…": next-auth takes every cookie that begins with the session cookie's name for a piece of it.
const deviceCookie = () => (secure() ? '__Host-known-device' : 'known-device')
/** In seconds: 90 days. */
const deviceKept = 90 * 24 * 60 * 60

const text = (value: unknown) => (typeof value === 'string' ? value : '')

/**
 * next-auth signs in and keeps one encrypted cookie, in which there is our opaque token and nothing else. Whom it belongs
 * to and what it opens is the database's to say, on each request, in the transaction of the act or read; so no callback
 * below looks a session up.
 */
const config = (): NextAuthConfig => ({
  secret: env().AUTH_SECRET,
  trustHost: true,
  useSecureCookies: secure(),
  session: { strategy: 'jwt', maxAge: longestSession },
  cookies: { sessionToken: { name: sessionCookie(), options: cookieOptions() } },
  pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/account' },
  logger: {
    // A wrong password is in the audit and no news for the log; of anything else the log gets the kind, never the content.
    error: (error) => {
      if (error.name !== 'CredentialsSignin' && !(error instanceof CredentialsSignin))
        console.error(`Signing in: ${error.name} ${(error.cause as { err?: Error })?.err?.name ?? ''}`)
    },
    warn: () => {},
    debug: () => {},
  },
  providers: [
    Credentials({
      id: 'password',
      credentials: { email: {}, password: {}, code: {} },
      authorize: async (given) => {
        const kept = await cookies()
        const answer = await signInHere({
          email: text(given.email).slice(0, 320),
          password: text(given.password).slice(0, 1000),
          code: text(given.code).slice(0, 100),
          address: clientAddress(await headers()),
          device: kept.get(deviceCookie())?.value,
        })
        if (answer.kind === 'throttled') throw new NotSignedIn('throttled', answer.seconds)
        if (answer.kind !== 'signed-in') throw new NotSignedIn(answer.kind)
        kept.set(deviceCookie(), answer.device, { ...cookieOptions(), maxAge: deviceKept })
        return { token: answer.token }
      },
    }),
    Credentials({
      id: 'demonstration',
      credentials: { staffId: {} },
      authorize: async (given) => {
        const staffId = text(given.staffId)
        const token = /^[0-9a-f-]{36}$/.test(staffId) ? await signInToDemonstration(staffId) : undefined
        if (!token) throw new NotSignedIn('not-right')
        return { token }
      },
    }),
    ...elsewhere(),
  ],
  events: {
    // Ours is /sign-out; next-auth's own address for it ends the session just the same.
    signOut: async (ended) => {
      if ('token' in ended && typeof ended.token?.token === 'string') await signOut(ended.token.token)
    },
  },
  callbacks: {
    signIn: async ({ user, account, profile }) => {
      if (account?.provider !== 'elsewhere') return true
      const token = await signInElsewhere({
        issuer: env().OIDC_ISSUER ?? '',
        subject: account.providerAccountId,
        email: text(profile?.email),
        emailVerified: profile?.email_verified === true,
      })
      if (!token) return '/sign-in?problem=not-known'
      user.token = token
      return true
    },
    // Only at signing in is there a user: from then on the cookie goes on as it is.
    jwt: ({ token, user }) => ({ token: user ? user.token : token.token }),
    session: ({ session }) => ({ expires: session.expires }),
  },
})

/** The organisation's own provider, when one is configured: an ordinary OpenID Connect client with PKCE, state and nonce. */
function elsewhere(): NextAuthConfig['providers'] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = env()
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID) return []
  return [
    {
      id: 'elsewhere',
      name: OIDC_NAME,
      type: 'oidc',
      issuer: OIDC_ISSUER,
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
      checks: ['pkce', 'state', 'nonce'],
      authorization: { params: { scope: 'openid email profile' } },
      // Many providers keep the e-mail address out of the first answer.
      idToken: false,
      profile: (claims) => ({ id: claims.sub }),
    },
  ]
}

export const { handlers, signIn } = NextAuth(config)
