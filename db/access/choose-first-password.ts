import { passwordProblem } from '@/lib/access/password'
import { invalid, type Result, Stop } from '@/lib/errors'
import { hashPassword, verifyPassword } from './hash'
import { outside } from './outside'
import { hashOfToken, newToken } from './session-token'
import type { Stage } from './sign-in'
import { mySignIn } from './signing-in'

/**
 * The first sign-in with a password given in person: before anything else opens, one's own is chosen.
 * @returns the session's next token and stage
 */
export async function chooseFirstPassword(
  token: string | undefined,
  given: { newPassword: string; repeatPassword: string },
): Promise<Result<{ token: string; stage: Stage }>> {
  const mine = await outside(token, mySignIn)
  if (mine?.stage !== 'password') return { ok: false, failure: { kind: 'signed-out' } }
  const problem = passwordProblem(given.newPassword, mine)
  if (problem) return { ok: false, failure: invalid({ newPassword: problem }).failure }
  if (given.newPassword !== given.repeatPassword)
    return {
      ok: false,
      failure: invalid({ repeatPassword: 'The two passwords are not the same. Type it again.' }).failure,
    }
  if (mine.passwordHash && (await verifyPassword(mine.passwordHash, given.newPassword)))
    return {
      ok: false,
      failure: invalid({ newPassword: 'Choose another password than the one you were given.' }).failure,
    }
  const hash = await hashPassword(given.newPassword)
  const next = newToken()
  const stage = await outside(token, async (client) => {
    const set = await client.query('select app.set_own_password($1, $2) as stage', [hash, hashOfToken(next)])
    return set.rows[0].stage as Stage | null
  })
  if (!stage) return { ok: false, failure: new Stop({ kind: 'signed-out' }).failure }
  return { ok: true, value: { token: next, stage } }
}
