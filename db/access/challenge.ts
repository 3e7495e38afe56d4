import { createHash, randomBytes } from 'node:crypto'
import { outside } from './outside'

const boundTo = (what: string) => createHash('sha256').update(what).digest()

/**
 * A number for a passkey to sign. It works once, within five minutes, and only for what it is bound to: the browser that asked
 * (a cookie), a session, or an invitation's link.
 */
export const newChallenge = async (bound: string): Promise<Uint8Array<ArrayBuffer>> => {
  const number = new Uint8Array(randomBytes(32))
  await outside(undefined, (client) =>
    client.query('select app.keep_challenge($1, $2)', [Buffer.from(number), boundTo(bound)]),
  )
  return number
}

/** Uses a number up, in a transaction of its own: a failed attempt does not give it back. */
export const takeChallenge = (number: string, bound: string): Promise<boolean> =>
  outside(undefined, async (client) => {
    const { rows } = await client.query('select app.take_challenge($1, $2) as taken', [
      Buffer.from(number, 'base64url'),
      boundTo(bound),
    ])
    return rows[0].taken as boolean
  })
