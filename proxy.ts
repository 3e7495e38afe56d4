import { type NextRequest, NextResponse } from 'next/server'
import { env } from './db/env'

/**
 * Sets headers on every page. It never decides who may see what: a proxy can be passed by, the transaction of an act or
 * read cannot.
 */
export function proxy(request: NextRequest): NextResponse {
  const { AUTH_URL = '' } = env()
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const policy = contentSecurityPolicy(nonce)
  const headers = new Headers(request.headers)
  // Next puts this nonce on the scripts it writes.
  headers.set('content-security-policy', policy)
  headers.set('x-nonce', nonce)
  const response = NextResponse.next({ request: { headers } })
  const set: Record<string, string> = {
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-frame-options': 'DENY',
    'cache-control': 'no-store',
  }
  if (AUTH_URL.startsWith('https:')) set['strict-transport-security'] = 'max-age=31536000; includeSubDomains'
  for (const [name, value] of Object.entries(set)) response.headers.set(name, value)
  return response
}

function contentSecurityPolicy(nonce: string): string {
  const { NODE_ENV, OIDC_ISSUER, AUTH_URL = '' } = env()
  const developing = NODE_ENV === 'development'
  // A form that leads to the provider is followed by the browser only when its origin is named here.
  const provider = OIDC_ISSUER && URL.canParse(OIDC_ISSUER) ? ` ${new URL(OIDC_ISSUER).origin}` : ''
  return [
    "default-src 'self'",
    // The development server reads its own stack traces with eval and styles its notices inline.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${developing ? " 'unsafe-eval'" : ''}`,
    developing ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${developing ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    `form-action 'self'${provider}`,
    "frame-ancestors 'none'",
    ...(AUTH_URL.startsWith('https:') ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

// Not the files of the build and the stylesheet, which are the same for everybody, nor the health checks.
export const config = {
  matcher: ['/((?!_next/static|footpath\\.css|icon\\.svg|api/health).*)'],
}
