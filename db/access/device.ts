import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { env } from '../env'

const seal = (nonce: string, email: string) =>
  createHmac('sha256', env().AUTH_SECRET ?? '')
    .update(`device:${nonce}:${email.trim().toLowerCase()}`)
    .digest()

/**
 * What a browser keeps after someone signed in on it: a random number sealed for that e-mail address. It opens nothing;
 * guesses from there are counted apart (db/access/throttle.ts).
 */
export const newDevice = (email: string): string => {
  const nonce = randomBytes(16).toString('base64url')
  return `${nonce}.${seal(nonce, email).toString('base64url')}`
}

/** The device's number, when it really is a device of this account. */
export const knownDevice = (cookie: string | undefined, email: string): string | undefined => {
  const [nonce, sealed] = cookie?.split('.') ?? []
  if (!nonce || !sealed) return undefined
  const given = Buffer.from(sealed, 'base64url')
  const right = seal(nonce, email)
  return given.length === right.length && timingSafeEqual(given, right) ? nonce : undefined
}
