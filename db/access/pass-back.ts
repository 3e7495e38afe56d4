import { digitsOf, stepOf } from '@/lib/access/totp'
import { invalid, type Result, refused } from '@/lib/errors'
import { verifyPassword } from './hash'
import { noteOutside, outside } from './outside'
import { hashOfToken, newToken } from './session-token'
import { type MySignIn, mySignIn } from './signing-in'
import { guess, waitInWords } from './throttle'

/** What is asked of the worker. 'again': they sign in with their organisation, so nothing can be asked here. 'press': a demonstration. */
export type PassingBack = 'password' | 'code' | 'either' | 'press' | 'again'

const wayOf = (mine: MySignIn): PassingBack => {
  if (mine.passwordHash) return mine.secondStep ? 'either' : 'password'
  if (mine.secondStep) return 'code'
  return mine.demonstration ? 'press' : 'again'
}

/** What the page that passes back asks for. Undefined when no screen is handed over. */
export const passingBack = (token: string | undefined): Promise<PassingBack | undefined> =>
  outside(token, async (client) => {
    const mine = await mySignIn(client)
    return mine?.stage === 'in-room' ? wayOf(mine) : undefined
  })

/**
 * Passes a handed-over screen back to the worker, who proves that it is them. Wrong tries are counted apart from signing in, so
 * that whoever holds the screen cannot lock the worker out elsewhere.
 * @returns the session's next token, and whose record to go back to
 */
export async function passBack(
  token: string | undefined,
  given: { password: string },
  now = new Date(),
): Promise<Result<{ token: string; personId: string }>> {
  const mine = await outside(token, mySignIn)
  if (mine?.stage !== 'in-room') return { ok: false, failure: { kind: 'signed-out' } }
  const way = wayOf(mine)
  if (way === 'again')
    return {
      ok: false,
      failure: refused('You sign in with your organisation. Sign out here, then sign in again.').failure,
    }
  let verified: string | null = null
  let step: number | null = null
  if (way !== 'press') {
    const counted = await guess({ email: mine.signsInAs, device: 'pass back' })
    if (counted.wait) {
      await noteOutside({ act: 'passBack', outcome: 'throttled', staffId: mine.staffId })
      return {
        ok: false,
        failure: refused(
          `Too many tries. Try again in ${waitInWords(counted.wait)}, or sign out and sign in again.`,
        ).failure,
      }
    }
    const digits = digitsOf(given.password)
    if (digits && mine.secondStep && mine.totpSecret) step = stepOf(mine.totpSecret, digits, now) ?? null
    else if (mine.passwordHash && (await verifyPassword(mine.passwordHash, given.password)))
      verified = mine.passwordHash
    if (verified === null && step === null) return notRight(mine)
    await counted.right()
  }
  const next = newToken()
  const personId = await outside(token, async (client) => {
    const { rows } = await client.query('select app.pass_back($1, $2, $3) as person', [
      verified,
      step,
      hashOfToken(next),
    ])
    return rows[0].person as string | null
  })
  if (!personId) return notRight(mine)
  return { ok: true, value: { token: next, personId } }
}

const notRight = async (mine: MySignIn): Promise<Result<never>> => {
  await noteOutside({ act: 'passBack', outcome: 'failed', staffId: mine.staffId, why: 'not-right' })
  return {
    ok: false,
    failure: invalid({ password: 'That is not right. The worker whose screen this is can try again.' })
      .failure,
  }
}
