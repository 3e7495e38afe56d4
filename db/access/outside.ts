import type { PoolClient } from 'pg'
import { appPool, inTransaction } from '../client'
import { tokenForm } from './session-token'

/**
 * The doors of people who are not signed in, or only half-way: signing in, the first password, the second step, signing
 * out. One short transaction on the narrow functions of the sign-in migration; everything else goes through `act()`.
 * @param token a session of any stage, when there is one
 */
export const outside = <T>(
  token: string | undefined,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> => {
  const said = token && tokenForm.test(token) ? token : ''
  return inTransaction(appPool(), `select set_config('app.session', '${said}', true)`, (_, client) =>
    work(client),
  )
}

type Outside = {
  act:
    | 'signIn'
    | 'signInElsewhere'
    | 'signInToDemonstration'
    | 'signInWithPasskey'
    | 'chooseFirstPassword'
    | 'confirmSecondStep'
    | 'enterInvitationCode'
    | 'passBack'
  outcome: 'failed' | 'throttled'
  staffId?: string
  /** Why, in one word; never what was typed. */
  why?: string
}

/** Writes a failed attempt into the audit. An e-mail address that matched nobody is not written down. */
export const noteOutside = ({ act, outcome, staffId, why }: Outside): Promise<void> =>
  outside(undefined, async (client) => {
    await client.query('select app.note_outside($1, $2, $3, $4)', [
      act,
      outcome,
      staffId ?? null,
      why ? { why } : {},
    ])
  })
