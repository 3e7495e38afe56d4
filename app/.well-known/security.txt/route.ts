import { env } from '@/db/env'

export const dynamic = 'force-dynamic'

/** RFC 9116. It never expires while the service runs: half a year ahead of each reading. */
export const GET = () => {
  const { AUTH_URL = 'http://localhost:3000', SECURITY_CONTACT } = env()
  const expires = new Date(Date.now() + 180 * 24 * 60 * 60 * 1000).toISOString()
  const lines = [
    `Contact: ${SECURITY_CONTACT ?? new URL('/help', AUTH_URL).href}`,
    `Expires: ${expires}`,
    'Preferred-Languages: en',
    `Canonical: ${new URL('/.well-known/security.txt', AUTH_URL).href}`,
  ]
  return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
