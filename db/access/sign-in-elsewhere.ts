import { newId } from '@/lib/id'
import { noteOutside, outside } from './outside'
import { hashOfToken, newToken } from './session-token'

export type Elsewhere = { issuer: string; subject: string; email: string; emailVerified: boolean }

/**
 * Signing in at the organisation's own provider (OpenID Connect), which has checked the person and the second step.
 * @returns the token of a new session, or undefined when nobody here is meant
 */
export async function signInElsewhere(known: Elsewhere): Promise<string | undefined> {
  const token = newToken()
  const stage = await outside(undefined, async (client) => {
    const started = await client.query('select app.sign_in_elsewhere($1, $2, $3, $4, $5, $6) as stage', [
      known.issuer,
      known.subject,
      known.email,
      known.emailVerified,
      hashOfToken(token),
      newId(),
    ])
    return started.rows[0].stage as string | null
  })
  if (stage) return token
  await noteOutside({ act: 'signInElsewhere', outcome: 'failed', why: 'nobody' })
  return undefined
}
