import { z } from 'zod'
import { act } from '@/db/act'
import { recoveryCodeOf } from '@/lib/access/recovery-codes'
import { invalid, refused } from '@/lib/errors'
import { verifyPassword } from './hash'
import { recoveryHash } from './sign-in'
import { mySignIn } from './signing-in'
import { guess, waitInWords } from './throttle'

const input = z.strictObject({
  currentPassword: z.string().max(1000).default(''),
  /** Made by the server, which shows them once. Only their hashes are kept. */
  codes: z.array(z.string().refine((code) => recoveryCodeOf(code) !== undefined)).length(10),
})

/** Ten new recovery codes; earlier ones stop working. Where there were some before, the password is asked again. */
export const renewRecoveryCodes = act(
  'renewRecoveryCodes',
  input,
  async (ctx, { currentPassword, codes }) => {
    const mine = await mySignIn(ctx.client)
    if (!mine?.secondStep) throw refused('Recovery codes belong to a second step, and you have none.')
    if (mine.recoveryCodes > 0) {
      const counted = await guess({ email: mine.signsInAs })
      if (counted.wait) throw refused(`Too many tries. Try again in ${waitInWords(counted.wait)}.`)
      if (!mine.passwordHash || !(await verifyPassword(mine.passwordHash, currentPassword)))
        throw invalid({ currentPassword: 'That is not your password.' })
      await counted.right()
    }
    await ctx.client.query('select app.set_recovery_codes($1)', [codes.map(recoveryHash)])
    ctx.about({ recordId: ctx.actor.staffId })
  },
  { secret: true },
)
