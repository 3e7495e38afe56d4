import { passwordProblem } from '@/lib/access/password'
import { anotherName, signInNameOf, signInNameProblem } from '@/lib/access/sign-in-name'
import { type Failure, invalid, type Result, refused } from '@/lib/errors'
import { newId } from '@/lib/id'
import { welcomed } from './enter-invitation-code'
import { hashPassword } from './hash'
import { hashOfCode } from './invitation-hash'
import { outside } from './outside'
import type { NewPasskey } from './passkey'
import { hashOfToken, newToken } from './session-token'

export const gone = 'This link does not work any more. Ask the person who helps you for a new one.'

/** What opens the pages from now on: a name and a password of one's own, or a passkey. */
type Way = { signInName: string; newPassword: string; repeatPassword: string } | { passkey: NewPasskey }

/**
 * Uses an invitation up. Link and code are looked at again here, whatever the page before said.
 * @returns the token of a first session
 */
export async function acceptInvitation(
  { token, code }: { token: string; code: string },
  way: Way,
): Promise<Result<{ token: string }>> {
  const whose = await welcomed(token, code)
  if (whose.kind !== 'right') return { ok: false, failure: refused(gone).failure }
  const chosen: Chosen = 'passkey' in way ? { name: null, hash: null } : await chosenName(way, whose.name)
  if (chosen.failure) return { ok: false, failure: chosen.failure }
  const passkey = 'passkey' in way ? way.passkey : undefined
  const session = newToken()
  const stage = await outside(undefined, async (client) => {
    const { rows } = await client.query(
      'select app.accept_invitation($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) as stage',
      [
        hashOfToken(token),
        hashOfCode(token, code),
        chosen.name,
        chosen.hash,
        passkey?.credentialId ?? null,
        passkey?.publicKey ?? null,
        passkey?.counter ?? null,
        passkey?.transports ?? null,
        passkey?.name ?? null,
        hashOfToken(session),
        newId(),
      ],
    )
    return rows[0].stage as string | null
  })
  if (stage === 'name-taken' && chosen.name !== null)
    return {
      ok: false,
      failure: invalid({ signInName: `You cannot have that name. Try “${anotherName(chosen.name)}”.` })
        .failure,
    }
  if (stage !== 'full') return { ok: false, failure: refused(gone).failure }
  return { ok: true, value: { token: session } }
}

type Chosen = { name: string | null; hash: string | null; failure?: Failure }

async function chosenName(
  way: { signInName: string; newPassword: string; repeatPassword: string },
  ownName: string,
): Promise<Chosen> {
  const name = signInNameOf(way.signInName)
  const fields: Record<string, string> = {}
  const wrongName = signInNameProblem(name, { name: ownName })
  if (wrongName) fields.signInName = wrongName
  const wrongPassword = passwordProblem(way.newPassword, { name: `${ownName} ${name}`, email: '' })
  if (wrongPassword) fields.newPassword = wrongPassword
  else if (way.newPassword !== way.repeatPassword)
    fields.repeatPassword = 'The two passwords are not the same. Type it again.'
  if (Object.keys(fields).length > 0) return { name, hash: null, failure: invalid(fields).failure }
  return { name, hash: await hashPassword(way.newPassword) }
}
