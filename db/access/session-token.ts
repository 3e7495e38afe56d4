import { createHash, randomBytes } from 'node:crypto'

/** A new session token: 32 random bytes. It is all the cookie carries. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What the database keeps of it: a copy of the table opens no session. */
export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest()

export const tokenForm = /^[A-Za-z0-9_-]{43}$/
