import { createHmac } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { appPool } from '../client'
import { env } from '../env'

/** Within this many seconds … */
const period = 15 * 60
/**
 * … so many guesses at one account from devices it has never been used on, so many from each device that it has, and so
 * many failures from one address. A hospital or school is one address, so that limit is wide; the one for an account is
 * what protects it: with one known device at most 18 guesses are looked at.
 */
const limits = { account: 10, device: 8, address: 200 }
type Kind = keyof typeof limits

const limiters = new Map<Kind, RateLimiterPostgres>()

/** Counts live in app.throttle, which every process shares; the library is never to make a table of its own. */
const limiter = (kind: Kind): RateLimiterPostgres => {
  let found = limiters.get(kind)
  if (!found) {
    found = new RateLimiterPostgres({
      storeClient: appPool(),
      storeType: 'pool',
      schemaName: 'app',
      tableName: 'throttle',
      tableCreated: true,
      keyPrefix: kind,
      points: limits[kind],
      duration: period,
    })
    limiters.set(kind, found)
  }
  return found
}

/** The table holds no e-mail address and no network address that could be read. */
const keyOf = (value: string) =>
  createHmac('sha256', env().AUTH_SECRET ?? '')
    .update(`throttle:${value.trim().toLowerCase()}`)
    .digest('base64url')

type Guess = {
  /** Seconds to wait; the guess must not be looked at. */
  wait?: number
  /** It was right, or was no guess: it does not count. What earlier guesses counted stays. */
  right: () => Promise<void>
}

/**
 * Counts a guess before it is looked at, so that parallel guesses cannot slip through together.
 * @param by.device a device this account was used on before (db/access/device.ts), counted apart: a stranger who locks
 *   the account does not lock out the person it belongs to
 */
export async function guess(by: { email: string; address?: string; device?: string }): Promise<Guess> {
  const counted: [Kind, string][] = [
    by.device ? ['device', keyOf(`${by.email} ${by.device}`)] : ['account', keyOf(by.email)],
  ]
  if (by.address) counted.push(['address', keyOf(by.address)])
  let wait = 0
  const taken: [Kind, string][] = []
  for (const [kind, key] of counted) {
    try {
      await limiter(kind).consume(key)
      taken.push([kind, key])
    } catch (answer) {
      if (!(answer instanceof RateLimiterRes)) throw answer
      wait = Math.max(wait, Math.ceil(answer.msBeforeNext / 1000), 1)
    }
  }
  return {
    wait: wait || undefined,
    right: async () => {
      for (const [kind, key] of taken) await limiter(kind).reward(key)
    },
  }
}

/** "12 minutes", never less than one. */
export const waitInWords = (seconds: number): string => {
  const minutes = Math.max(1, Math.ceil(seconds / 60))
  return minutes === 1 ? '1 minute' : `${minutes} minutes`
}
