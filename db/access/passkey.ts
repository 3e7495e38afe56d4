import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { decodeAttestationObject, isoBase64URL } from '@simplewebauthn/server/helpers'
import { newChallenge, takeChallenge } from './challenge'
import { outside } from './outside'
import { relyingParty } from './relying-party'

/** A passkey that was just made, as its answer was verified. */
export type NewPasskey = {
  credentialId: Buffer
  publicKey: Buffer
  counter: number
  transports: string[]
  name: string
}

/** Longest answer of a browser that is looked at. */
export const longestAnswer = 20_000

const parsed = <T>(answer: string): T | undefined => {
  if (answer.length > longestAnswer) return undefined
  try {
    return JSON.parse(answer) as T
  } catch {
    return undefined
  }
}

/** What a browser is asked in order to make a passkey: one that needs no name typed, and the finger, face or lock of the device. */
export const askForPasskey = async (
  account: { id: string; shownAs: string },
  bound: string,
): Promise<PublicKeyCredentialCreationOptionsJSON> => {
  const { id, name } = relyingParty()
  return generateRegistrationOptions({
    rpID: id,
    rpName: name,
    userID: new TextEncoder().encode(account.id),
    // It stands in the device's own list of passkeys, where others may look.
    userName: account.shownAs,
    userDisplayName: account.shownAs,
    challenge: await newChallenge(bound),
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

/** @returns undefined when the answer is not one to this question, from this site, of a person who showed who they are */
export async function madePasskey(
  answer: string,
  bound: string,
  name: string,
): Promise<NewPasskey | undefined> {
  const response = parsed<RegistrationResponseJSON>(answer)
  if (!response) return undefined
  const { id, origin } = relyingParty()
  try {
    const statement = decodeAttestationObject(isoBase64URL.toBuffer(response.response.attestationObject))
    // We ask for no statement about the device. Checking one could mean asking an address that it names.
    if (statement.get('fmt') !== 'none') return undefined
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: (number) => takeChallenge(number, bound),
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
    })
    if (!verified) return undefined
    const { credential } = registrationInfo
    return {
      credentialId: Buffer.from(credential.id, 'base64url'),
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: (credential.transports ?? []).slice(0, 10),
      name,
    }
  } catch (error) {
    return notOurs(error)
  }
}

/** What a browser is asked in order to sign in: any passkey it has for this site. */
export const askToSign = async (bound: string): Promise<PublicKeyCredentialRequestOptionsJSON> =>
  generateAuthenticationOptions({
    rpID: relyingParty().id,
    challenge: await newChallenge(bound),
    userVerification: 'required',
  })

export type Signed = { staffId: string; credentialId: Buffer; publicKey: Buffer; counter: number }

/** @returns undefined when it is not the answer, of a passkey known here, to this question */
export async function signedWithPasskey(answer: string, bound: string): Promise<Signed | undefined> {
  const response = parsed<AuthenticationResponseJSON>(answer)
  if (typeof response?.id !== 'string') return undefined
  const credentialId = Buffer.from(response.id, 'base64url')
  const facts = await outside(undefined, async (client) => {
    const { rows } = await client.query('select * from app.passkey_facts($1)', [credentialId])
    return rows[0] as { staff_id: string; public_key: Buffer; counter: string } | undefined
  })
  if (!facts) return undefined
  const { id, origin } = relyingParty()
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: (number) => takeChallenge(number, bound),
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
      credential: {
        id: response.id,
        publicKey: new Uint8Array(facts.public_key),
        counter: Number(facts.counter),
      },
    })
    if (!verified) return undefined
    return {
      staffId: facts.staff_id,
      credentialId,
      publicKey: facts.public_key,
      counter: authenticationInfo.newCounter,
    }
  } catch (error) {
    return notOurs(error)
  }
}

/** The library throws a plain error for every answer that is wrong; one of the database is a fault and goes on. */
const notOurs = (error: unknown): undefined => {
  if (error instanceof Error && !('code' in error && /^([0-9A-Z]{5}|E[A-Z]+)$/.test(String(error.code))))
    return undefined
  throw error
}
