import { newId } from '@/lib/id'
import { noteOutside, outside } from './outside'
import { signedWithPasskey } from './passkey'
import { hashOfToken, newToken } from './session-token'
import type { SignInAnswer } from './sign-in'
import { guess } from './throttle'

/**
 * A passkey of a young person, a parent or a carer, without any name typed.
 * @param browser what the question was bound to: the cookie of the browser that asked
 */
export async function signInWithPasskey(given: {
  answer: string
  browser: string
  address?: string
}): Promise<Exclude<SignInAnswer, { kind: 'signed-in' }> | { kind: 'signed-in'; token: string }> {
  const counted = await guess({ email: `passkey ${given.browser}`, address: given.address })
  if (counted.wait) {
    await noteOutside({ act: 'signInWithPasskey', outcome: 'throttled' })
    return { kind: 'throttled', seconds: counted.wait }
  }
  const signed = await signedWithPasskey(given.answer, given.browser)
  const token = newToken()
  const stage =
    signed &&
    (await outside(undefined, async (client) => {
      const { rows } = await client.query('select app.start_passkey_session($1, $2, $3, $4, $5) as stage', [
        signed.credentialId,
        signed.publicKey,
        signed.counter,
        hashOfToken(token),
        newId(),
      ])
      return rows[0].stage as string | null
    }))
  if (!stage) {
    await noteOutside({
      act: 'signInWithPasskey',
      outcome: 'failed',
      staffId: signed?.staffId,
      why: 'passkey',
    })
    return { kind: 'not-right' }
  }
  await counted.right()
  return { kind: 'signed-in', token }
}
