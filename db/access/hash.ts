import { hash, verify } from '@node-rs/argon2'

/**
 * argon2id (the library's default kind). OWASP's floor is 19 MiB and two passes; ours is 64 MiB and three, about 90 ms of one core.
 * `unmatched` below is made with the same figures, and a test holds them together.
 */
export const cost = {
  memoryCost: 65_536,
  timeCost: 3,
  parallelism: 1,
} as const

/** What a password is verified against when nobody has that e-mail address, so that the answer takes as long. */
export const unmatched =
  '$argon2id$v=19$m=65536,t=3,p=1$3u1K/Mu5MEpOzpG6PVh5LA$TkmD6a+GYH5LPJfcb1BI5ORI2oGJ/uEMd6W9gsvtg4k'

/** Each hash takes 64 MiB and a core: more than two at once would starve everybody who is already signed in. */
const atOnce = 2
const longestQueue = 40
let running = 0
const waiting: (() => void)[] = []

/** Too many people are signing in at this moment. */
export class TooBusy extends Error {}

const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
  if (running >= atOnce) {
    if (waiting.length >= longestQueue) throw new TooBusy()
    await new Promise<void>((go) => waiting.push(go))
  } else {
    running++
  }
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    // The place is handed on, not given back: nobody can slip in between.
    if (next) next()
    else running--
  }
}

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, cost))

export const verifyPassword = (stored: string, password: string): Promise<boolean> =>
  inTurn(() => verify(stored, password))
