import { newTotpSecret } from '@/lib/access/totp'
import { outside } from './outside'
import { mySignIn } from './signing-in'

/**
 * The secret for the authenticator app of someone who has to set up a second step: the same each time, until a code
 * confirms it. Undefined when there is nothing to set up.
 */
export const beginSecondStep = (
  token: string | undefined,
): Promise<{ secret: string; name: string; email: string } | undefined> =>
  outside(token, async (client) => {
    const mine = await mySignIn(client)
    if (mine?.stage !== 'second-step') return undefined
    const begun = await client.query('select app.begin_second_step($1) as secret', [newTotpSecret()])
    const secret = begun.rows[0].secret as string | null
    return secret ? { secret, name: mine.name, email: mine.email } : undefined
  })
