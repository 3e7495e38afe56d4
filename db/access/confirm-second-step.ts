import { digitsOf, stepOf } from '@/lib/access/totp'
import { invalid, type Result, refused } from '@/lib/errors'
import { noteOutside, outside } from './outside'
import { hashOfToken, newToken } from './session-token'
import type { Stage } from './sign-in'
import { mySignIn } from './signing-in'
import { guess, waitInWords } from './throttle'

/**
 * A code from the authenticator app shows that it holds the secret; from now on it is asked for at each sign-in.
 * @returns the session's next token and stage
 */
export async function confirmSecondStep(
  token: string | undefined,
  given: { code: string },
  now = new Date(),
): Promise<Result<{ token: string; stage: Stage }>> {
  const mine = await outside(token, mySignIn)
  if (mine?.stage !== 'second-step' || !mine.totpSecret) return { ok: false, failure: { kind: 'signed-out' } }
  const counted = await guess({ email: mine.signsInAs })
  if (counted.wait) {
    await noteOutside({ act: 'confirmSecondStep', outcome: 'throttled', staffId: mine.staffId })
    return {
      ok: false,
      failure: refused(`Too many tries. Try again in ${waitInWords(counted.wait)}.`).failure,
    }
  }
  const digits = digitsOf(given.code)
  const step = digits && stepOf(mine.totpSecret, digits, now)
  if (!step)
    return {
      ok: false,
      failure: invalid({
        code: digits
          ? 'The code is not right. Wait for the next one and type it while it is shown.'
          : 'Enter the 6 digits that your authenticator app shows.',
      }).failure,
    }
  const next = newToken()
  const stage = await outside(token, async (client) => {
    const set = await client.query('select app.confirm_second_step($1, $2) as stage', [
      step,
      hashOfToken(next),
    ])
    return set.rows[0].stage as Stage | null
  })
  if (!stage) return { ok: false, failure: { kind: 'signed-out' } }
  await counted.right()
  return { ok: true, value: { token: next, stage } }
}
