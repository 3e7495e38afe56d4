import { z } from 'zod'
import { act } from '@/db/act'
import { passwordProblem } from '@/lib/access/password'
import { invalid, refused } from '@/lib/errors'
import { hashPassword, verifyPassword } from './hash'
import { mySignIn } from './signing-in'
import { guess, waitInWords } from './throttle'

const input = z.strictObject({
  currentPassword: z.string().max(1000),
  newPassword: z.string().max(1000),
  repeatPassword: z.string().max(1000),
})

/** One's own password. It ends every other session of the same person. */
export const changePassword = act(
  'changePassword',
  input,
  async (ctx, { currentPassword, newPassword, repeatPassword }) => {
    const mine = await mySignIn(ctx.client)
    if (!mine?.passwordHash)
      throw refused(
        mine?.passkeys
          ? 'You sign in with a passkey, so there is no password to change.'
          : 'You sign in with your organisation, so there is no password to change here.',
      )
    const problem = passwordProblem(newPassword, { ...mine, name: `${mine.name} ${mine.signInName}` })
    if (problem) throw invalid({ newPassword: problem })
    if (newPassword !== repeatPassword)
      throw invalid({ repeatPassword: 'The two passwords are not the same. Type it again.' })
    const counted = await guess({ email: mine.signsInAs })
    if (counted.wait) throw refused(`Too many tries. Try again in ${waitInWords(counted.wait)}.`)
    if (!(await verifyPassword(mine.passwordHash, currentPassword)))
      throw invalid({ currentPassword: 'That is not your password now.' })
    await counted.right()
    await ctx.client.query('select app.set_own_password($1, null)', [await hashPassword(newPassword)])
    ctx.about({ recordId: ctx.actor.staffId })
    return { role: ctx.actor.role }
  },
  { secret: true },
)
