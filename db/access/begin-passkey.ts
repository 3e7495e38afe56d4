import { z } from 'zod'
import { act } from '@/db/act'
import { invalid, refused } from '@/lib/errors'
import { verifyPassword } from './hash'
import { askForPasskey, longestAnswer, signedWithPasskey } from './passkey'
import { tokenForm } from './session-token'
import { mySignIn } from './signing-in'
import { guess, waitInWords } from './throttle'

const input = z.strictObject({
  currentPassword: z.string().max(1000).default(''),
  /** Where there is no password: what a passkey that is there already signed, and the browser it was asked in. */
  proof: z.string().max(longestAnswer).default(''),
  browser: z.union([z.string().regex(tokenForm), z.literal('')]).default(''),
})

/** Before another passkey is made, whoever is here shows again that it is them. The answer is what the browser is asked. */
export const beginPasskey = act(
  'beginPasskey',
  input,
  async (ctx, { currentPassword, proof, browser }) => {
    const mine = await mySignIn(ctx.client)
    if (!mine) throw refused('Sign in again.')
    const counted = await guess({ email: mine.signsInAs })
    if (counted.wait) throw refused(`Too many tries. Try again in ${waitInWords(counted.wait)}.`)
    if (mine.passwordHash) {
      if (!(await verifyPassword(mine.passwordHash, currentPassword)))
        throw invalid({ currentPassword: 'That is not your password.' })
    } else if ((await signedWithPasskey(proof, browser))?.staffId !== mine.staffId)
      throw refused('That did not work. Try again with the passkey you have.')
    await counted.right()
    return {
      options: await askForPasskey(
        { id: mine.staffId, shownAs: mine.signInName || 'My pages' },
        `session ${mine.sessionId}`,
      ),
    }
  },
  { secret: true },
)
