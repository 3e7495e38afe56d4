import { expect, test } from 'vitest'
import { acceptInvitation } from '@/db/access/accept-invitation'
import { addPasskey } from '@/db/access/add-passkey'
import { beginPasskey } from '@/db/access/begin-passkey'
import { changePassword } from '@/db/access/change-password'
import { inviteYoungPerson } from '@/db/access/invite-young-person'
import { askForPasskey, askToSign, madePasskey } from '@/db/access/passkey'
import { myAccount } from '@/db/access/reads'
import { removePasskey } from '@/db/access/remove-passkey'
import { newToken } from '@/db/access/session-token'
import { signInWithPasskey } from '@/db/access/sign-in-with-passkey'
import { signingIn } from '@/db/access/signing-in'
import { newInvitationCode } from '@/lib/access/invitation'
import { newId } from '@/lib/id'
import { Partnership, type Worker } from '../../build/partnership'
import { PasskeyDevice } from '../../build/passkey-device'
import { StagedRecord } from '../../build/record'
import { canSignIn, rightPassword, wrongPassword } from '../../build/sign-in'
import { sql } from '../../build/sql'

const someone = async (): Promise<Worker> => {
  const p = await Partnership.make()
  const sam = await p.ownAccount(await p.person())
  await canSignIn(sam)
  return sam
}

const withPasskey = async (device = new PasskeyDevice()) => {
  const sam = await someone()
  const begun = await beginPasskey(sam.token, { currentPassword: rightPassword }, newId())
  if (!begun.ok) throw new Error(JSON.stringify(begun))
  const added = await addPasskey(
    sam.token,
    { answer: device.make(begun.value.options.challenge), name: 'My phone' },
    newId(),
  )
  if (!added.ok) throw new Error(JSON.stringify(added))
  return { sam, device }
}

/** A browser that asked what to sign. */
const browser = async () => {
  const kept = newToken()
  return { kept, challenge: (await askToSign(kept)).challenge }
}

test('a passkey signs in with nothing typed, and the audit says how', async () => {
  const { sam, device } = await withPasskey()
  const { kept, challenge } = await browser()
  const answer = await signInWithPasskey({ answer: device.sign(challenge), browser: kept })
  if (answer.kind !== 'signed-in') throw new Error(answer.kind)
  expect(await signingIn(answer.token)).toMatchObject({ stage: 'full', role: 'young-person' })
  expect(
    await sql("select detail from app.audit_log where act = 'signIn' and staff_id = $1", [sam.id]),
  ).toEqual([{ detail: { how: 'passkey', stage: 'full' } }])
})

test('what was signed once signs in no second time', async () => {
  const { device } = await withPasskey()
  const { kept, challenge } = await browser()
  const answer = device.sign(challenge)
  expect((await signInWithPasskey({ answer, browser: kept })).kind).toBe('signed-in')
  expect((await signInWithPasskey({ answer, browser: kept })).kind).toBe('not-right')
})

test('sent twice at the same moment it signs in once', async () => {
  const { device } = await withPasskey()
  const { kept, challenge } = await browser()
  const answer = device.sign(challenge)
  const both = await Promise.all([1, 2, 3].map(() => signInWithPasskey({ answer, browser: kept })))
  expect(both.filter(({ kind }) => kind === 'signed-in')).toHaveLength(1)
})

test('a number that another browser asked for, that nobody asked for, or that is five minutes old, is not taken', async () => {
  const { device } = await withPasskey()
  const { challenge } = await browser()
  expect((await signInWithPasskey({ answer: device.sign(challenge), browser: newToken() })).kind).toBe(
    'not-right',
  )
  const { kept } = await browser()
  const made = Buffer.alloc(32, 7).toString('base64url')
  expect((await signInWithPasskey({ answer: device.sign(made), browser: kept })).kind).toBe('not-right')
  const late = await browser()
  await sql('update app.passkey_challenges set expires_at = now() where challenge = $1', [
    Buffer.from(late.challenge, 'base64url'),
  ])
  expect((await signInWithPasskey({ answer: device.sign(late.challenge), browser: late.kept })).kind).toBe(
    'not-right',
  )
})

test.each([
  ['signed for another site', { origin: 'https://footpath.example.com' }],
  ['signed for another service', { rpId: 'example.com' }],
  ['signed without finger, face or lock', { verified: false }],
])('%s, it does not sign in, and the number is used up', async (_, options) => {
  const { device } = await withPasskey()
  const { kept, challenge } = await browser()
  expect((await signInWithPasskey({ answer: device.sign(challenge, options), browser: kept })).kind).toBe(
    'not-right',
  )
  expect((await signInWithPasskey({ answer: device.sign(challenge), browser: kept })).kind).toBe('not-right')
})

test('a counter that goes back, or stands still, comes from a copy and does not sign in', async () => {
  const { device } = await withPasskey(new PasskeyDevice(5))
  const signedAt = async (counter: number) => {
    device.counter = counter
    const { kept, challenge } = await browser()
    return (await signInWithPasskey({ answer: device.sign(challenge), browser: kept })).kind
  }
  expect(await signedAt(9)).toBe('signed-in')
  expect(await signedAt(9)).toBe('not-right')
  expect(await signedAt(6)).toBe('not-right')
  expect(await signedAt(10)).toBe('signed-in')
})

test('a device that does not count (always 0) signs in each time', async () => {
  const { device } = await withPasskey(new PasskeyDevice(0))
  for (let i = 0; i < 2; i++) {
    const { kept, challenge } = await browser()
    expect((await signInWithPasskey({ answer: device.sign(challenge), browser: kept })).kind).toBe(
      'signed-in',
    )
  }
})

test('a passkey that nobody here has, or an answer that is none, is answered like any other', async () => {
  const { kept, challenge } = await browser()
  const stranger = new PasskeyDevice()
  for (const answer of [stranger.sign(challenge), '{}', 'x', '[1]', `{"id":"${'a'.repeat(30_000)}"}`])
    expect(await signInWithPasskey({ answer, browser: kept })).toEqual({ kind: 'not-right' })
})

test('a passkey is made only after the password was typed again, and for the session that asked', async () => {
  const sam = await someone()
  expect(await beginPasskey(sam.token, { currentPassword: wrongPassword }, newId())).toMatchObject({
    failure: { fields: { currentPassword: 'That is not your password.' } },
  })
  const begun = await beginPasskey(sam.token, { currentPassword: rightPassword }, newId())
  if (!begun.ok) throw new Error(JSON.stringify(begun))
  const other = await someone()
  const answer = new PasskeyDevice().make(begun.value.options.challenge)
  expect(await addPasskey(other.token, { answer }, newId())).toMatchObject({ failure: { kind: 'refused' } })
  expect(await sql('select from app.passkeys where staff_id = any ($1)', [[sam.id, other.id]])).toEqual([])
})

test.each([
  ['another site', { origin: 'https://footpath.example.com' }],
  ['a device that asked for no finger, face or lock', { verified: false }],
])('a passkey from %s is not kept', async (_, options) => {
  const sam = await someone()
  const begun = await beginPasskey(sam.token, { currentPassword: rightPassword }, newId())
  if (!begun.ok) throw new Error(JSON.stringify(begun))
  const answer = new PasskeyDevice().make(begun.value.options.challenge, options)
  expect((await addPasskey(sam.token, { answer }, newId())).ok).toBe(false)
})

test('a statement about the device is never looked at: checking it could mean asking an address that it names', async () => {
  const options = await askForPasskey({ id: newId(), shownAs: 'x' }, 'test')
  expect(options.attestation).toBe('none')
  const answer = JSON.parse(new PasskeyDevice().make(options.challenge))
  const object = Buffer.from(answer.response.attestationObject, 'base64url')
  const at = object.indexOf('none')
  object.write('tpm!', at)
  answer.response.attestationObject = object.toString('base64url')
  expect(await madePasskey(JSON.stringify(answer), 'test', 'x')).toBeUndefined()
})

test('a passkey that is taken away signs in nowhere, and the last way in is never taken away', async () => {
  const { sam, device } = await withPasskey()
  const page = await myAccount(sam.token, undefined)
  if (!page.ok) throw new Error(JSON.stringify(page))
  expect(page.value.passkeys).toMatchObject([{ name: 'My phone' }])
  const passkeyId = page.value.passkeys[0]!.id
  await sql('update app.credentials set password_hash = null where staff_id = $1', [sam.id])
  expect(await removePasskey(sam.token, { passkeyId }, newId())).toMatchObject({
    failure: { kind: 'refused' },
  })
  await canSignIn(sam)
  expect((await removePasskey(sam.token, { passkeyId }, newId())).ok).toBe(true)
  const { kept, challenge } = await browser()
  expect((await signInWithPasskey({ answer: device.sign(challenge), browser: kept })).kind).toBe('not-right')
})

test('somebody else’s passkey is not found', async () => {
  const { sam } = await withPasskey()
  const [row] = await sql('select id from app.passkeys where staff_id = $1', [sam.id])
  const other = await someone()
  expect(await removePasskey(other.token, { passkeyId: row!.id as string }, newId())).toMatchObject({
    failure: { kind: 'not-found' },
  })
})

test('an invitation is accepted with a passkey alone: no name and no password, and another device needs the first one', async () => {
  const p = await Partnership.make()
  const team = await p.team()
  const amira = await p.worker('clinician', team)
  const { personId } = await StagedRecord.make(p, team, amira, { word: 'Kestrel' })
  const link = { token: newToken(), code: newInvitationCode() }
  expect((await inviteYoungPerson(amira.token, { personId, ...link }, newId())).ok).toBe(true)
  const device = new PasskeyDevice()
  const asked = await askForPasskey({ id: newId(), shownAs: 'My pages' }, `invitation ${link.token}`)
  const passkey = await madePasskey(device.make(asked.challenge), `invitation ${link.token}`, 'My device')
  const accepted = await acceptInvitation(link, { passkey: passkey! })
  if (!accepted.ok) throw new Error(JSON.stringify(accepted))
  const { token } = accepted.value
  expect(
    await changePassword(token, { currentPassword: '', newPassword: 'x', repeatPassword: 'x' }, newId()),
  ).toMatchObject({
    failure: { kind: 'refused' },
  })
  expect(await beginPasskey(token, { currentPassword: '' }, newId())).toMatchObject({
    failure: { kind: 'refused' },
  })
  const { kept, challenge } = await browser()
  const begun = await beginPasskey(token, { proof: device.sign(challenge), browser: kept }, newId())
  if (!begun.ok) throw new Error(JSON.stringify(begun))
  const second = new PasskeyDevice()
  expect((await addPasskey(token, { answer: second.make(begun.value.options.challenge) }, newId())).ok).toBe(
    true,
  )
})

test('people who work here keep to password and second step: no passkey is kept for them', async () => {
  const p = await Partnership.make()
  const amira = await p.worker('clinician', await p.team())
  await canSignIn(amira)
  expect(await beginPasskey(amira.token, { currentPassword: rightPassword }, newId())).toMatchObject({
    failure: { kind: 'refused' },
  })
})
