import { expect, test } from 'vitest'
import { demonstrationAccounts } from '@/db/access/demonstration-accounts'
import { account } from '@/db/access/reads'
import { signInElsewhere } from '@/db/access/sign-in-elsewhere'
import { signInToDemonstration } from '@/db/access/sign-in-to-demonstration'
import { Partnership } from '../../build/partnership'
import { canSignIn } from '../../build/sign-in'
import { sql } from '../../build/sql'

const issuer = 'https://login.example.test'

const stage = async () => {
  const p = await Partnership.make()
  const amira = await p.worker('clinician', await p.team())
  return { p, amira, email: `${amira.id}@example.test` }
}

test('the provider’s verified e-mail address is enough the first time; from then on only issuer and subject count', async () => {
  const { amira, email } = await stage()
  const subject = amira.id
  expect(await signInElsewhere({ issuer, subject, email, emailVerified: false })).toBeUndefined()
  const first = await signInElsewhere({ issuer, subject, email: email.toUpperCase(), emailVerified: true })
  expect(await account(first, undefined)).toMatchObject({ value: { actor: { staffId: amira.id } } })
  const renamed = await signInElsewhere({
    issuer,
    subject,
    email: 'new-name@example.test',
    emailVerified: false,
  })
  expect(await account(renamed, undefined)).toMatchObject({ value: { actor: { staffId: amira.id } } })
  // Someone else at the provider who was given the old address is not Amira.
  expect(await signInElsewhere({ issuer, subject: 'another', email, emailVerified: true })).toBeUndefined()
})

test('a password stays when someone first signs in elsewhere', async () => {
  const { amira, email } = await stage()
  await canSignIn(amira, { secondStep: true })
  expect(await signInElsewhere({ issuer, subject: amira.id, email, emailVerified: true })).toBeDefined()
  expect(
    await sql(
      'select password_hash is not null as kept, oidc_subject from app.credentials where staff_id = $1',
      [amira.id],
    ),
  ).toEqual([{ kept: true, oidc_subject: amira.id }])
})

test.each([
  ['suspended', "update staff set status = 'suspended' where id = $1"],
  ['without a role', "update memberships set to_day = '2021-01-01' where staff_id = $1"],
])('someone %s does not get in by way of the provider', async (_, change) => {
  const { amira, email } = await stage()
  const known = { issuer, subject: amira.id, email, emailVerified: true }
  await signInElsewhere(known)
  await sql(change, [amira.id])
  expect(await signInElsewhere(known)).toBeUndefined()
})

test('one press signs in to a demonstration and never to a real partnership', async () => {
  const { p, amira } = await stage()
  expect(await demonstrationAccounts()).toEqual([])
  expect(await signInToDemonstration(amira.id)).toBeUndefined()
  await sql('update partnerships set demonstration = true where id = $1', [p.id])
  expect(await demonstrationAccounts()).toContainEqual({
    staffId: amira.id,
    name: 'Amira Hussain',
    jobTitle: '',
    role: 'clinician',
    team: 'EWMHS',
    partnership: 'Estuary Partnership',
  })
  const token = await signInToDemonstration(amira.id)
  expect(await account(token, undefined)).toMatchObject({
    value: { actor: { staffId: amira.id, demonstration: true } },
  })
  await sql('update partnerships set demonstration = false where id = $1', [p.id])
  expect(await signInToDemonstration(amira.id)).toBeUndefined()
})
