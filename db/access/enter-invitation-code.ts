import { type DeadLink, invitationCodeOf } from '@/lib/access/invitation'
import { hashOfCode } from './invitation-hash'
import { noteOutside, outside } from './outside'
import { hashOfToken, tokenForm } from './session-token'
import { guess } from './throttle'

type Welcomed = { kind: 'right'; accountId: string; name: string; parent: boolean; renewal: boolean }
type CodeAnswer = Welcomed | { kind: 'wrong' } | { kind: DeadLink } | { kind: 'throttled'; seconds: number }

/** What a link is worth, before any code: nothing is said of whom it is for. */
export const invitationState = async (token: string): Promise<'open' | DeadLink> => {
  if (!tokenForm.test(token)) return 'unknown'
  const state = await outside(undefined, async (client) => {
    const { rows } = await client.query('select app.invitation_state($1) as state', [hashOfToken(token)])
    return rows[0].state as 'open' | DeadLink | null
  })
  return state ?? 'unknown'
}

/** The link and the code given in person, together. Five wrong codes and the link is worth nothing. */
export async function enterInvitationCode(given: {
  token: string
  code: string
  address?: string
}): Promise<CodeAnswer> {
  if (!tokenForm.test(given.token)) return { kind: 'unknown' }
  const code = invitationCodeOf(given.code)
  if (!code) return { kind: 'wrong' }
  const counted = await guess({ email: `invitation ${given.token}`, address: given.address })
  if (counted.wait) {
    await noteOutside({ act: 'enterInvitationCode', outcome: 'throttled' })
    return { kind: 'throttled', seconds: counted.wait }
  }
  const answer = await welcomed(given.token, code)
  if (answer.kind === 'right') await counted.right()
  return answer
}

/** The same look without a guess: for a browser that has shown the right code. */
export const welcomed = (token: string, code: string): Promise<Welcomed | { kind: 'wrong' | DeadLink }> =>
  outside(undefined, async (client) => {
    const { rows } = await client.query('select * from app.try_invitation($1, $2)', [
      hashOfToken(token),
      hashOfCode(token, code),
    ])
    const [row] = rows
    if (row.answer !== 'right') return { kind: row.answer }
    return {
      kind: 'right',
      accountId: row.account_id,
      name: row.known_as,
      parent: row.kind === 'parent-or-carer',
      renewal: row.renewal,
    }
  })
