import { hashPassword } from '@/db/access/hash'
import { recoveryHash } from '@/db/access/sign-in'
import { newTotpSecret } from '@/lib/access/totp'
import type { Worker } from './partnership'
import { sql } from './sql'

export const rightPassword = 'lantern otter gravel'
export const wrongPassword = 'lantern otter marble'

let hash: string | undefined

/** Lets someone sign in with the right password, and with a second step or recovery codes where asked for. */
export async function canSignIn(
  worker: Worker,
  options: { secondStep?: boolean; mustChange?: boolean; recoveryCodes?: string[] } = {},
): Promise<{ email: string; secret: string }> {
  hash ??= await hashPassword(rightPassword)
  const secret = newTotpSecret()
  await sql(
    `insert into app.credentials (partnership_id, staff_id, password_hash, must_change, totp_secret, totp_confirmed_at)
     values ($1, $2, $3, $4, $5, case when $5::text is null then null else now() end)
     on conflict (partnership_id, staff_id) do update set (password_hash, must_change, totp_secret, totp_confirmed_at)
       = (excluded.password_hash, excluded.must_change, excluded.totp_secret, excluded.totp_confirmed_at)`,
    [worker.partnershipId, worker.id, hash, options.mustChange ?? false, options.secondStep ? secret : null],
  )
  for (const code of options.recoveryCodes ?? [])
    await sql('insert into app.recovery_codes (partnership_id, staff_id, code_hash) values ($1, $2, $3)', [
      worker.partnershipId,
      worker.id,
      recoveryHash(code),
    ])
  return { email: `${worker.id}@example.test`, secret }
}
